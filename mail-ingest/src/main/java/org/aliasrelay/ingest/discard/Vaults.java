package org.aliasrelay.ingest.discard;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.aliasrelay.ingest.read.MailConfig;
import org.aliasrelay.queue.AwsConfig;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Opens the vault of this installation. */
@Singleton
class Vaults {
  /** With the SDK's three tries, a consumer waits at most half a minute before it says so. */
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(10);

  @Produces
  @Singleton
  S3Client s3(AwsConfig config) {
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(ApacheHttpClient.builder())
            .overrideConfiguration(o -> o.apiCallAttemptTimeout(ATTEMPT_TIMEOUT));
    // Whatever stands in for S3 has one host name, not one for each bucket.
    config.endpoint().ifPresent(e -> builder.endpointOverride(e).forcePathStyle(true));
    return builder.build();
  }

  void close(@Disposes S3Client s3) {
    s3.close();
  }

  @Produces
  @Singleton
  Vault vault(S3Client s3, MailConfig config) {
    return new S3Vault(s3, config.bucket());
  }
}
