package org.aliasrelay.ingest.receive;

import java.util.List;
import org.aliasrelay.testkit.LocalCloudSettings;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The test's own hands on the queues and the vault. */
final class Cloud implements AutoCloseable {
  private final LocalCloudSettings settings;
  private final SqsClient sqs;
  private final S3Client s3;

  Cloud(LocalCloudSettings settings) {
    this.settings = settings;
    sqs = SqsClient.builder().endpointOverride(settings.awsEndpoint()).build();
    s3 = S3Client.builder().endpointOverride(settings.awsEndpoint()).forcePathStyle(true).build();
  }

  void send(String queue, String body) {
    sqs.sendMessage(r -> r.queueUrl(settings.queueUrl(queue)).messageBody(body));
  }

  /** Takes what lies on the queue now, at most ten messages, for good. */
  List<Message> take(String queue) {
    String url = settings.queueUrl(queue);
    List<Message> messages =
        sqs.receiveMessage(
                r -> r.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All"))
            .messages();
    messages.forEach(m -> sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(m.receiptHandle())));
    return messages;
  }

  void store(String key) {
    s3.putObject(
        r -> r.bucket(settings.mailBucket()).key(key),
        RequestBody.fromString("Subject: hello\r\n"));
  }

  List<String> stored() {
    return s3.listObjectsV2(r -> r.bucket(settings.mailBucket())).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  @Override
  public void close() {
    sqs.close();
    s3.close();
  }
}
