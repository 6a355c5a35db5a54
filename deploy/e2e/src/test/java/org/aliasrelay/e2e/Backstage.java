package org.aliasrelay.e2e;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues and bucket, through the AWS SDK. */
public final class Backstage implements AutoCloseable {
  private static final Duration PROMISED = Duration.ofMinutes(1);

  private final SqsClient sqs;
  private final S3Client s3;
  private final String bucket;

  Backstage(String endpoint, String bucket) {
    StaticCredentialsProvider anybody =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    this.sqs =
        SqsClient.builder()
            .endpointOverride(URI.create(endpoint))
            .region(Region.US_EAST_1)
            .credentialsProvider(anybody)
            .build();
    this.s3 =
        S3Client.builder()
            .endpointOverride(URI.create(endpoint))
            .region(Region.US_EAST_1)
            .credentialsProvider(anybody)
            .forcePathStyle(true)
            .build();
    this.bucket = bucket;
  }

  /** Messages in each queue that is not empty, waiting, hidden and delayed ones together. */
  public Map<String, Integer> queued() {
    Map<String, Integer> queued = new TreeMap<>();
    List<QueueAttributeName> counts =
        List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
    for (String url : sqs.listQueues().queueUrls()) {
      int sum =
          sqs
              .getQueueAttributes(r -> r.queueUrl(url).attributeNames(counts))
              .attributesAsStrings()
              .values()
              .stream()
              .mapToInt(Integer::parseInt)
              .sum();
      if (sum > 0) {
        queued.put(url.substring(url.lastIndexOf('/') + 1), sum);
      }
    }
    return queued;
  }

  /** How many queues there are: an empty list of queues would be an empty proof. */
  int queues() {
    return sqs.listQueues().queueUrls().size();
  }

  /** What lies in the mail bucket. */
  public List<String> vault() {
    return s3.listObjectsV2(r -> r.bucket(bucket)).contents().stream().map(S3Object::key).toList();
  }

  /** Waits until all mail is dealt with: nothing queued, nothing kept. */
  void awaitSilence() {
    Awaitility.await("empty queues and an empty mail bucket")
        .atMost(PROMISED)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> queued().isEmpty() && vault().isEmpty());
  }

  @Override
  public void close() {
    sqs.close();
    s3.close();
  }
}
