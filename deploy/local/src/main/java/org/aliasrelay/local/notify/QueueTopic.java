package org.aliasrelay.local.notify;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A topic with one subscriber, an SQS queue of the same name, without raw delivery. */
public final class QueueTopic implements Topic {
  private final String arn;
  private final String queueUrl;
  private final URI aws;
  private final SigningKey key;
  private final SqsClient sqs;
  private final Clock clock;

  /**
   * @param arn {@code arn:aws:sns:<region>:<account>:<name>}
   * @param aws the AWS port, from which subscribers get the certificate
   */
  public QueueTopic(
      String arn, String queueUrl, URI aws, SigningKey key, SqsClient sqs, Clock clock) {
    this.arn = arn;
    this.queueUrl = queueUrl;
    this.aws = aws;
    this.key = key;
    this.sqs = sqs;
    this.clock = clock;
  }

  @Override
  public void publish(String subject, String message) throws TopicUnavailableException {
    var notification = new Notification(UUID.randomUUID(), arn, subject, message, clock.instant());
    String body = envelope(notification).encode();
    try {
      sqs.sendMessage(request -> request.queueUrl(queueUrl).messageBody(body));
    } catch (SdkException e) {
      throw new TopicUnavailableException(e);
    }
  }

  private JsonObject envelope(Notification notification) {
    String subscription = URLEncoder.encode(arn + ":" + notification.id(), StandardCharsets.UTF_8);
    return new JsonObject()
        .put("Type", Notification.TYPE)
        .put("MessageId", notification.id().toString())
        .put("TopicArn", notification.topicArn())
        .put("Subject", notification.subject())
        .put("Message", notification.message())
        .put("Timestamp", notification.timestamp())
        .put("SignatureVersion", "2")
        .put("Signature", key.sign(notification.canonicalText()))
        .put("SigningCertURL", aws.resolve(key.certificatePath()).toString())
        .put(
            "UnsubscribeURL",
            aws.resolve("/?Action=Unsubscribe&SubscriptionArn=" + subscription).toString());
  }
}
