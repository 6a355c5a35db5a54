package org.aliasrelay.local.notify;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;

/** A topic with one subscriber, an SQS queue of the same name, without raw delivery. */
public final class QueueTopic implements Topic {
  private final String arn;
  private final URI aws;
  private final SigningKey key;
  private final Subscriber queue;
  private final Clock clock;

  /**
   * @param arn {@code arn:aws:sns:<region>:<account>:<name>}
   * @param aws the AWS port, from which subscribers get the certificate
   */
  public QueueTopic(String arn, URI aws, SigningKey key, Subscriber queue, Clock clock) {
    this.arn = arn;
    this.aws = aws;
    this.key = key;
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public void publish(String subject, String message) throws TopicUnavailableException {
    var notification = new Notification(UUID.randomUUID(), arn, subject, message, clock.instant());
    queue.take(envelope(notification).encode());
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
