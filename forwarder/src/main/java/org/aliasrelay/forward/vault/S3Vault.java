package org.aliasrelay.forward.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.aliasrelay.forward.MailConfig;
import org.aliasrelay.ingest.contract.VaultKey;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The vault in S3. */
@ApplicationScoped
class S3Vault implements Vault {
  private final S3Client s3;
  private final String bucket;

  S3Vault(S3Client s3, MailConfig config) {
    this.s3 = s3;
    this.bucket = config.bucket();
  }

  @Override
  public Optional<VaultObject> open(VaultKey key) throws VaultUnavailableException {
    try {
      ResponseInputStream<GetObjectResponse> object =
          s3.getObject(r -> r.bucket(bucket).key(key.value()));
      return Optional.of(new VaultObject(object.response().contentLength(), object));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw new VaultUnavailableException(e.getClass().getSimpleName());
    }
  }

  @Override
  public void delete(VaultKey key) throws VaultUnavailableException {
    try {
      s3.deleteObject(r -> r.bucket(bucket).key(key.value()));
    } catch (NoSuchKeyException e) {
      // Gone already: what we wanted.
      return;
    } catch (SdkException e) {
      throw new VaultUnavailableException(e.getClass().getSimpleName());
    }
  }
}
