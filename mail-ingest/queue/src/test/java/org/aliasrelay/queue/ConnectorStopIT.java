package org.aliasrelay.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.aliasrelay.testkit.LocalCloudResource;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Reproduces why this package exists: one failed acknowledgement stops the connector's channel for
 * ever. The same failure does a channel of ours no harm. Should the first half of this test fail
 * one day, the connector has been mended; see docs/adr/0003.
 */
@QuarkusTest
@WithTestResource(LocalCloudResource.class)
class ConnectorStopIT {
  private final SqsClients clients;
  private final QueueConfig config;
  private final Channels channels;

  @Inject
  ConnectorStopIT(SqsClients clients, QueueConfig config, Channels channels) {
    this.clients = clients;
    this.config = config;
    this.channels = channels;
  }

  @Test
  void staleHandleStopsTheConnectorButNotUs() {
    send("alias-activity", "first");
    send("accepted-mail", "first");
    await().until(() -> !channels.careless.isEmpty() && !channels.owned.isEmpty());
    takeAway("alias-activity", channels.careless);
    takeAway("accepted-mail", channels.owned);
    channels.handleIsStale.countDown();

    for (String probe : List.of("second", "third", "fourth")) {
      send("alias-activity", probe);
      send("accepted-mail", probe);
      await().until(() -> bodies(channels.owned).contains(probe));
    }
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(bodies(channels.careless)).doesNotContain("fourth"));
  }

  private static List<String> bodies(List<Message> messages) {
    return messages.stream().map(Message::body).toList();
  }

  private void send(String queue, String body) {
    clients.direct().sendMessage(r -> r.queueUrl(url(queue)).messageBody(body)).join();
  }

  /** The message is received again, here or by the channel: the handle it holds is stale now. */
  private void takeAway(String queue, List<Message> received) {
    SqsAsyncClient sqs = clients.direct();
    String url = url(queue);
    String handle = received.getFirst().receiptHandle();
    var now =
        ChangeMessageVisibilityBatchRequestEntry.builder()
            .id("0")
            .receiptHandle(handle)
            .visibilityTimeout(0)
            .build();
    // One that is stale already is told in the answer.
    sqs.changeMessageVisibilityBatch(r -> r.queueUrl(url).entries(now)).join();
    await()
        .until(
            () ->
                received.size() > 1
                    || !sqs.receiveMessage(r -> r.queueUrl(url).visibilityTimeout(600))
                        .join()
                        .messages()
                        .isEmpty());
  }

  private String url(String queue) {
    return config.baseUrl() + "/" + queue;
  }
}
