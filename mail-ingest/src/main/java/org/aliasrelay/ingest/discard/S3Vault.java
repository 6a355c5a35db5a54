package org.aliasrelay.ingest.discard;

import org.aliasrelay.ingest.contract.VaultKey;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** The vault in S3. */
final class S3Vault implements Vault {
  private final S3Client s3;
  private final String bucket;

  S3Vault(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public void delete(VaultKey key) throws VaultUnavailableException {
    try {
      s3.deleteObject(r -> r.bucket(bucket).key(key.value()));
    } catch (SdkException e) {
      throw new VaultUnavailableException(e);
    }
  }
}
