package org.aliasrelay.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * The AWS calls that belong to a mail, with nothing in between: no look at a signature, no
 * database, no rewriting, everything in full batches. What the local cloud can do at most on this
 * machine.
 */
final class Ceiling {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WORKERS = 8;
  private static final int BATCH = 10;

  /** What is stored, its own header too, becomes the body of what is sent. */
  private static final byte[] HEADER =
      "From: bench@relay.test\r\nSubject: bench\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Aws aws;
  private final AtomicInteger sent = new AtomicInteger();

  Ceiling(Aws aws) {
    this.aws = aws;
  }

  /** Takes everything from the queue of incoming mail to its end; gives mails a second. */
  double drain() throws InterruptedException {
    long start = System.nanoTime();
    try (var workers = Executors.newFixedThreadPool(WORKERS)) {
      List<Future<?>> all =
          IntStream.range(0, WORKERS).<Future<?>>mapToObj(_ -> workers.submit(this::work)).toList();
      for (Future<?> one : all) {
        Futures.await(one);
      }
    }
    return sent.getAndSet(0) / ((System.nanoTime() - start) / 1e9);
  }

  private void work() {
    for (List<Message> batch = receive("inbound-mail");
        !batch.isEmpty();
        batch = receive("inbound-mail")) {
      ingest(batch);
      forward(receive("accepted-mail"));
      follow();
    }
  }

  private void ingest(List<Message> notifications) {
    give("accepted-mail", notifications.stream().map(Ceiling::vaultKey).toList());
    give("relay-events", words(notifications.size()));
    delete("inbound-mail", notifications);
  }

  private void forward(List<Message> mails) {
    for (Message mail : mails) {
      send(mail.body());
    }
    give("alias-activity", words(mails.size()));
    give("relay-events", words(mails.size()));
    delete("accepted-mail", mails);
  }

  private void send(String vaultKey) {
    byte[] stored =
        aws.s3().getObjectAsBytes(r -> r.bucket("relay-mail").key(vaultKey)).asByteArrayUnsafe();
    byte[] message = Arrays.copyOf(HEADER, HEADER.length + stored.length);
    System.arraycopy(stored, 0, message, HEADER.length, stored.length);
    var _ =
        aws.ses()
            .sendEmail(
                r ->
                    r.fromEmailAddress("bench@relay.test")
                        .destination(d -> d.toAddresses("owner0@mailbox.test"))
                        .content(c -> c.raw(raw -> raw.data(SdkBytes.fromByteArrayUnsafe(message))))
                        .emailTags(MessageTag.builder().name("mail").value("bench").build())
                        .configurationSetName("relay-events"));
    var _ = aws.s3().deleteObject(r -> r.bucket("relay-mail").key(vaultKey));
    sent.incrementAndGet();
  }

  /** Each mail has an event of SES, which is told on, and its counts. */
  private void follow() {
    List<Message> events = receive("mail-events");
    give("delivery-events", words(events.size()));
    delete("mail-events", events);
    for (String queue : List.of("delivery-events", "relay-events", "relay-events")) {
      delete(queue, receive(queue));
    }
    delete("alias-activity", receive("alias-activity"));
  }

  private static String vaultKey(Message notification) {
    try {
      JsonNode message = JSON.readTree(JSON.readTree(notification.body()).path("Message").asText());
      return message.path("receipt").path("action").path("objectKey").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words(int count) {
    return IntStream.range(0, count).mapToObj(i -> "{\"version\":1,\"id\":\"" + i + "\"}").toList();
  }

  private List<Message> receive(String queue) {
    return aws.sqs()
        .receiveMessage(
            r -> r.queueUrl(aws.base() + queue).maxNumberOfMessages(BATCH).waitTimeSeconds(1))
        .messages();
  }

  private void give(String queue, List<String> bodies) {
    if (!bodies.isEmpty()) {
      var entries =
          IntStream.range(0, bodies.size())
              .mapToObj(
                  i ->
                      SendMessageBatchRequestEntry.builder()
                          .id(Integer.toString(i))
                          .messageBody(bodies.get(i))
                          .build())
              .toList();
      var _ = aws.sqs().sendMessageBatch(r -> r.queueUrl(aws.base() + queue).entries(entries));
    }
  }

  private void delete(String queue, List<Message> messages) {
    if (!messages.isEmpty()) {
      var entries =
          IntStream.range(0, messages.size())
              .mapToObj(
                  i ->
                      DeleteMessageBatchRequestEntry.builder()
                          .id(Integer.toString(i))
                          .receiptHandle(messages.get(i).receiptHandle())
                          .build())
              .toList();
      var _ = aws.sqs().deleteMessageBatch(r -> r.queueUrl(aws.base() + queue).entries(entries));
    }
  }
}
