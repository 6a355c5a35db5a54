package org.aliasrelay.forward;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.aliasrelay.forward.send.StreamedMessage;
import org.aliasrelay.forward.send.TransmissionDeadline;
import org.aliasrelay.queue.AwsConfig;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;

/** One client for each AWS service, on the endpoint that the settings name. */
@Singleton
class AwsClients {
  /**
   * One for each of the 64 deliveries at work, some for those few that yield, and for what follows
   * others. A mail is opened beside its claim; one whose claim was in vain lets go when its answer
   * comes.
   */
  private static final int MAX_CONNECTIONS = 80;

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration S3_READ = Duration.ofSeconds(20);

  /**
   * Until an object begins to come, or is deleted; with the SDK's tries less than a claim lasts.
   */
  private static final Duration S3_ATTEMPT = Duration.ofSeconds(8);

  private static final Duration S3_CALL = Duration.ofSeconds(25);

  /** Ours, for the attempt's own timeout must strike first. */
  private static final Duration SES_READ = Duration.ofMinutes(5);

  @Produces
  @Singleton
  S3Client s3(AwsConfig config) {
    S3ClientBuilder builder =
        S3Client.builder()
            .forcePathStyle(config.endpoint().isPresent())
            .httpClientBuilder(http(S3_READ))
            .overrideConfiguration(
                c -> c.apiCallAttemptTimeout(S3_ATTEMPT).apiCallTimeout(S3_CALL));
    config.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  /** Without the SDK's retries: each of them could send the mail once more. */
  @Produces
  @Singleton
  SesV2Client ses(AwsConfig config, Clock clock) {
    SesV2ClientBuilder builder =
        SesV2Client.builder()
            .httpClientBuilder(http(SES_READ))
            .overrideConfiguration(
                c ->
                    c.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .addExecutionInterceptor(new TransmissionDeadline(clock))
                        .addExecutionInterceptor(new StreamedMessage()));
    config.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  void close(@Disposes S3Client s3) {
    s3.close();
  }

  void close(@Disposes SesV2Client ses) {
    ses.close();
  }

  private static ApacheHttpClient.Builder http(Duration read) {
    return ApacheHttpClient.builder()
        .maxConnections(MAX_CONNECTIONS)
        .connectionTimeout(CONNECT)
        .socketTimeout(read);
  }
}
