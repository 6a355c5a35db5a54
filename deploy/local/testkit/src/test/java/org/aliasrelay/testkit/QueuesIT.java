package org.aliasrelay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** SQS by the SDK's JSON protocol, through the front of a local cloud that is one process. */
class QueuesIT {

  private static final LocalCloudProcess CLOUD = LocalCloudProcess.start();

  private final SqsClient sqs =
      SqsClient.builder()
          .endpointOverride(CLOUD.settings().awsEndpoint())
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
          .httpClientBuilder(ApacheHttpClient.builder())
          .build();

  /** One for each test: ElasticMQ forgets at a restart that a queue was purged. */
  private final String queue = "test-" + UUID.randomUUID();

  @BeforeEach
  void createQueue() {
    sqs.createQueue(create -> create.queueName(queue));
  }

  @AfterEach
  void close() {
    sqs.close();
  }

  @AfterAll
  static void stop() {
    CLOUD.close();
  }

  @Test
  void everyQueueHasADeadLetterQueueAndItsUrlAtTheFront() {
    for (String name :
        List.of(
            "inbound-mail",
            "mail-events",
            "accepted-mail",
            "yielding-mail",
            "alias-activity",
            "delivery-events",
            "notices",
            "relay-events")) {
      assertThat(sqs.getQueueUrl(get -> get.queueName(name)).queueUrl()).isEqualTo(url(name));
      Map<QueueAttributeName, String> attributes =
          sqs.getQueueAttributes(
                  get -> get.queueUrl(url(name)).attributeNames(QueueAttributeName.ALL))
              .attributes();
      assertThat(attributes)
          .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "30")
          .containsEntry(
              QueueAttributeName.QUEUE_ARN, "arn:aws:sqs:us-east-1:000000000000:" + name);
      assertThat(attributes.get(QueueAttributeName.REDRIVE_POLICY))
          .contains("\"maxReceiveCount\":100")
          .contains("arn:aws:sqs:us-east-1:000000000000:" + name + "-dlq");
    }
  }

  @Test
  void carriesBodyAttributesAndReceiveCount() {
    String body = "{\"text\":\"\u00e4\u2603\ud83d\ude00 <&>\\n\"}";
    sqs.sendMessage(
        send ->
            send.queueUrl(url(queue))
                .messageBody(body)
                .messageAttributes(
                    Map.of(
                        "reason",
                        MessageAttributeValue.builder()
                            .dataType("String")
                            .stringValue("unreadable")
                            .build())));

    Message first = receive(queue, 10).getFirst();
    release(queue, first);
    Message second = receive(queue, 10).getFirst();

    assertThat(second.body()).isEqualTo(body);
    assertThat(second.messageAttributes())
        .hasEntrySatisfying(
            "reason", reason -> assertThat(reason.stringValue()).isEqualTo("unreadable"));
    assertThat(receiveCount(first)).isEqualTo("1");
    assertThat(receiveCount(second)).isEqualTo("2");
    assertThat(second.attributes()).containsKey(MessageSystemAttributeName.SENT_TIMESTAMP);
  }

  @Test
  void worksInBatches() {
    sendBatch(10);
    List<Message> received = receive(queue, 10);
    assertThat(received).hasSize(10);
    assertThat(receive(queue, 10)).isEmpty();

    var changed =
        sqs.changeMessageVisibilityBatch(
            change ->
                change
                    .queueUrl(url(queue))
                    .entries(
                        received.stream()
                            .map(
                                message ->
                                    ChangeMessageVisibilityBatchRequestEntry.builder()
                                        .id(message.messageId())
                                        .receiptHandle(message.receiptHandle())
                                        .visibilityTimeout(0)
                                        .build())
                            .toList()));
    assertThat(changed.successful()).hasSize(10);

    List<Message> again = receive(queue, 10);
    var deleted =
        sqs.deleteMessageBatch(
            delete ->
                delete
                    .queueUrl(url(queue))
                    .entries(
                        again.stream()
                            .map(
                                message ->
                                    DeleteMessageBatchRequestEntry.builder()
                                        .id(message.messageId())
                                        .receiptHandle(message.receiptHandle())
                                        .build())
                            .toList()));

    assertThat(deleted.successful()).hasSize(10);
    assertThat(depth(queue)).isEqualTo("0");
  }

  @Test
  void movesAMessageThatWasReceivedTooOftenToTheDeadLetterQueue() {
    String dead = queue + "-dlq";
    sqs.createQueue(create -> create.queueName(dead));
    sendToDeadLettersAfter(2, dead);
    sqs.sendMessage(send -> send.queueUrl(url(queue)).messageBody("poison"));

    release(queue, receive(queue, 1).getFirst());
    release(queue, receive(queue, 1).getFirst());
    assertThat(receive(queue, 1)).isEmpty();

    await()
        .untilAsserted(
            () -> assertThat(receive(dead, 1)).extracting(Message::body).containsExactly("poison"));
  }

  @Test
  void longPollAnswersWhenAMessageComes() {
    var poll =
        CompletableFuture.supplyAsync(
            () ->
                sqs.receiveMessage(receive -> receive.queueUrl(url(queue)).waitTimeSeconds(20))
                    .messages());
    sqs.sendMessage(send -> send.queueUrl(url(queue)).messageBody("event"));

    assertThat(poll)
        .succeedsWithin(Duration.ofSeconds(10))
        .satisfies(messages -> assertThat(messages).extracting(Message::body).contains("event"));
  }

  @Test
  void longPollEndsEmptyAfterItsTwentySeconds() {
    assertThat(
            sqs.receiveMessage(receive -> receive.queueUrl(url(queue)).waitTimeSeconds(20))
                .messages())
        .isEmpty();
  }

  @Test
  void keepsMessagesOverARestart() {
    sendBatch(3);
    Message worked = receive(queue, 1).getFirst();
    sqs.deleteMessage(delete -> delete.queueUrl(url(queue)).receiptHandle(worked.receiptHandle()));

    CLOUD.stop();
    CLOUD.startAgain();

    assertThat(depth(queue)).isEqualTo("2");
  }

  @Test
  void keepsMessagesWhenKilled() {
    sendBatch(5);

    CLOUD.kill();
    CLOUD.startAgain();

    assertThat(depth(queue)).isEqualTo("5");
  }

  @Test
  void keepsTheSettingsOfAQueueWhenKilled() {
    String dead = queue + "-dlq";
    sqs.createQueue(create -> create.queueName(dead));
    sendToDeadLettersAfter(7, dead);
    // Settings are answered before they are written, in the order of what happens in the queue; a
    // message is answered when all before it is on disk.
    sendBatch(1);

    CLOUD.kill();
    CLOUD.startAgain();

    assertThat(attribute(queue, QueueAttributeName.REDRIVE_POLICY))
        .contains("\"maxReceiveCount\":7")
        .contains(dead);
  }

  @Test
  void keepsTheReceiveCountWhenKilled() {
    sendBatch(1);
    release(queue, receive(queue, 1).getFirst());

    CLOUD.kill();
    CLOUD.startAgain();

    assertThat(receiveCount(receive(queue, 1).getFirst())).isEqualTo("2");
  }

  @Test
  void deletedMessageIsNowhereOnDisk() throws IOException {
    sqs.sendMessage(send -> send.queueUrl(url(queue)).messageBody("canary-77ab"));
    Message message = receive(queue, 1).getFirst();
    sqs.deleteMessage(delete -> delete.queueUrl(url(queue)).receiptHandle(message.receiptHandle()));

    CLOUD.stop();
    CLOUD.startAgain();

    try (Stream<Path> files = Files.walk(CLOUD.data())) {
      assertThat(files.filter(Files::isRegularFile)).isNotEmpty().noneMatch(QueuesIT::hasCanary);
    }
  }

  private static boolean hasCanary(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          .contains("canary-77ab");
    } catch (IOException gone) {
      return false;
    }
  }

  private void sendBatch(int count) {
    sqs.sendMessageBatch(
        send ->
            send.queueUrl(url(queue))
                .entries(
                    IntStream.range(0, count)
                        .mapToObj(
                            i ->
                                SendMessageBatchRequestEntry.builder()
                                    .id("m" + i)
                                    .messageBody("body " + i)
                                    .build())
                        .toList()));
  }

  private List<Message> receive(String queue, int max) {
    return sqs.receiveMessage(
            receive ->
                receive
                    .queueUrl(url(queue))
                    .maxNumberOfMessages(max)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private void release(String queue, Message message) {
    sqs.changeMessageVisibility(
        change ->
            change
                .queueUrl(url(queue))
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(0));
  }

  private void sendToDeadLettersAfter(int receives, String dead) {
    String policy =
        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:%s\",\"maxReceiveCount\":\"%d\"}"
            .formatted(dead, receives);
    sqs.setQueueAttributes(
        set ->
            set.queueUrl(url(queue)).attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, policy)));
  }

  private @Nullable String depth(String queue) {
    return attribute(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
  }

  private @Nullable String attribute(String queue, QueueAttributeName name) {
    return sqs.getQueueAttributes(get -> get.queueUrl(url(queue)).attributeNames(name))
        .attributes()
        .get(name);
  }

  private static @Nullable String receiveCount(Message message) {
    return message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
  }

  private static String url(String queue) {
    return CLOUD.settings().queueUrl(queue);
  }
}
