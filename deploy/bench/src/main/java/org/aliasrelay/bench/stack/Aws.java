package org.aliasrelay.bench.stack;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A plain AWS client of the local cloud. */
record Aws(SqsClient sqs, S3Client s3, SesV2Client ses, String base) implements AutoCloseable {
  private static final int CONNECTIONS = 64;
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  static Aws of(String endpoint) {
    var anybody = StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    URI uri = URI.create(endpoint);
    return new Aws(
        SqsClient.builder()
            .endpointOverride(uri)
            .region(Region.US_EAST_1)
            .credentialsProvider(anybody)
            .httpClientBuilder(ApacheHttpClient.builder().maxConnections(CONNECTIONS))
            .build(),
        S3Client.builder()
            .endpointOverride(uri)
            .region(Region.US_EAST_1)
            .credentialsProvider(anybody)
            .forcePathStyle(true)
            .httpClientBuilder(ApacheHttpClient.builder().maxConnections(CONNECTIONS))
            .build(),
        SesV2Client.builder()
            .endpointOverride(uri)
            .region(Region.US_EAST_1)
            .credentialsProvider(anybody)
            .httpClientBuilder(ApacheHttpClient.builder().maxConnections(CONNECTIONS))
            .build(),
        endpoint + "/000000000000/");
  }

  /** Waits until there is nothing in these queues, waiting or in hand. */
  void awaitEmpty(List<String> queues) throws InterruptedException {
    while (queues.stream().mapToInt(this::size).sum() > 0) {
      Thread.sleep(LOOK_EVERY);
    }
  }

  private int size(String queue) {
    return sqs
        .getQueueAttributes(
            r ->
                r.queueUrl(base + queue)
                    .attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
        .attributesAsStrings()
        .values()
        .stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }

  @Override
  public void close() {
    sqs.close();
    s3.close();
    ses.close();
  }
}
