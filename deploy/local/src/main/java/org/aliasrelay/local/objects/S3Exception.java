package org.aliasrelay.local.objects;

/** A request that S3 would refuse, with the error it would answer. */
final class S3Exception extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final S3Error error;

  S3Exception(S3Error error) {
    super(error.code());
    this.error = error;
  }

  S3Error error() {
    return error;
  }
}
