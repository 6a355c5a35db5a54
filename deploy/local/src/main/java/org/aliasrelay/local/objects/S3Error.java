package org.aliasrelay.local.objects;

/** The errors of S3 that a client can meet here, with their status. */
enum S3Error {
  BAD_DIGEST("BadDigest", 400),
  INCOMPLETE_BODY("IncompleteBody", 400),
  INVALID_BUCKET_NAME("InvalidBucketName", 400),
  INVALID_DIGEST("InvalidDigest", 400),
  KEY_TOO_LONG("KeyTooLongError", 400),
  INVALID_ARGUMENT("InvalidArgument", 400),
  MALFORMED_XML("MalformedXML", 400),
  NO_SUCH_BUCKET("NoSuchBucket", 404),
  NO_SUCH_KEY("NoSuchKey", 404),
  NOT_IMPLEMENTED("NotImplemented", 501),
  PRECONDITION_FAILED("PreconditionFailed", 412),
  INVALID_RANGE("InvalidRange", 416),
  INTERNAL_ERROR("InternalError", 500);

  private final String code;
  private final int status;

  S3Error(String code, int status) {
    this.code = code;
    this.status = status;
  }

  String code() {
    return code;
  }

  int status() {
    return status;
  }
}
