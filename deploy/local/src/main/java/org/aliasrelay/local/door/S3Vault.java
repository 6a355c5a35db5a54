package org.aliasrelay.local.door;

import java.io.IOException;
import org.aliasrelay.local.objects.S3Endpoint;

/** A bucket of the S3 in this process. */
final class S3Vault implements Vault {
  private final S3Endpoint s3;

  S3Vault(S3Endpoint s3) {
    this.s3 = s3;
  }

  @Override
  public void put(StoredObject object, byte[] message) throws VaultUnavailableException {
    try {
      s3.put(object.bucket(), object.key(), "message/rfc822", message);
    } catch (IOException e) {
      throw new VaultUnavailableException(e);
    }
  }

  @Override
  public void delete(StoredObject object) throws VaultUnavailableException {
    try {
      s3.delete(object.bucket(), object.key());
    } catch (IOException e) {
      throw new VaultUnavailableException(e);
    }
  }
}
