package org.aliasrelay.forward.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.aliasrelay.forward.MailConfig;
import org.aliasrelay.ingest.contract.VaultKey;
import org.aliasrelay.queue.Failures;
import org.aliasrelay.queue.Gathering;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** The vault in S3. What is deleted at nearly the same time is deleted by one call. */
@ApplicationScoped
class S3Vault implements Vault {
  /** S3 takes a thousand. */
  private static final int MOST = 100;

  /** Content is promised to be gone after a minute. */
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final S3Client s3;
  private final String bucket;
  private final Gathering<VaultKey, Optional<String>> deletions =
      Gathering.blocking(MOST, PAUSE, this::deleteAll);

  S3Vault(S3Client s3, MailConfig config) {
    this.s3 = s3;
    this.bucket = config.bucket();
  }

  @Override
  public Optional<VaultObject> open(VaultKey key) throws VaultUnavailableException {
    try {
      ResponseInputStream<GetObjectResponse> object =
          s3.getObject(r -> r.bucket(bucket).key(key.value()));
      long size = object.response().contentLength();
      return Optional.of(new VaultObject(size, new S3Content(object, size)));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw new VaultUnavailableException(Failures.nameOf(e));
    }
  }

  @Override
  public void delete(VaultKey key) throws VaultUnavailableException {
    Optional<String> fault;
    try {
      fault = deletions.add(key).join();
    } catch (CompletionException e) {
      throw new VaultUnavailableException(Failures.nameOf(e));
    }
    if (fault.isPresent()) {
      throw new VaultUnavailableException(fault.get());
    }
  }

  /** For each, S3's code if it did not delete it. */
  private List<Optional<String>> deleteAll(List<VaultKey> batch) {
    List<ObjectIdentifier> keys =
        batch.stream().map(key -> ObjectIdentifier.builder().key(key.value()).build()).toList();
    Map<String, String> faults = new HashMap<>();
    s3.deleteObjects(r -> r.bucket(bucket).delete(d -> d.objects(keys).quiet(true)))
        .errors()
        .forEach(error -> faults.put(error.key(), error.code()));
    return batch.stream().map(key -> Optional.ofNullable(faults.get(key.value()))).toList();
  }
}
