package org.aliasrelay.local.door;

import java.io.ByteArrayInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket behind the AWS port. */
final class S3Vault implements Vault {
  private final S3Client s3;

  S3Vault(S3Client s3) {
    this.s3 = s3;
  }

  @Override
  public void put(StoredObject object, byte[] message) throws VaultUnavailableException {
    try {
      s3.putObject(
          request -> request.bucket(object.bucket()).key(object.key()),
          // Unlike fromBytes, this makes no second copy of a large message.
          RequestBody.fromContentProvider(
              () -> new ByteArrayInputStream(message), message.length, "message/rfc822"));
    } catch (SdkException e) {
      throw new VaultUnavailableException(e);
    }
  }

  @Override
  public void delete(StoredObject object) throws VaultUnavailableException {
    try {
      s3.deleteObject(request -> request.bucket(object.bucket()).key(object.key()));
    } catch (SdkException e) {
      throw new VaultUnavailableException(e);
    }
  }
}
