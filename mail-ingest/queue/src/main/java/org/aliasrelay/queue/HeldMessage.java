package org.aliasrelay.queue;

import java.net.URI;
import java.time.Instant;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * A message this service has received and not yet let go.
 *
 * @param queueUrl where it came from
 * @param message as received; the receipt handle is good for this receive only
 * @param since when it was received
 */
record HeldMessage(String queueUrl, Message message, Instant since) {

  String receiptHandle() {
    return message.receiptHandle();
  }

  String queueName() {
    return queueName(queueUrl);
  }

  static String queueName(String queueUrl) {
    String path = URI.create(queueUrl).getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  int receiveCount() {
    return Integer.parseInt(
        message
            .attributes()
            .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
  }

  QueueMessage asQueueMessage() {
    return new QueueMessage(message.messageId(), message.body(), receiveCount());
  }
}
