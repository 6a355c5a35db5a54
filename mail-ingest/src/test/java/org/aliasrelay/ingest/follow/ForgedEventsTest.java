package org.aliasrelay.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aliasrelay.ingest.publish.InMemoryQueues;
import org.aliasrelay.ingest.verify.Forger;
import org.aliasrelay.queue.Disposition;
import org.aliasrelay.queue.Disposition.Done;
import org.aliasrelay.queue.Disposition.Poison;
import org.aliasrelay.queue.QueueMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing forged comes in through {@code mail-events}, and nothing hostile is fetched. */
class ForgedEventsTest {
  private static final String COMPLAINT =
      """
      {"eventType":"Complaint","complaint":{},"mail":{"messageId":"ses-1",\
      "tags":{"delivery":["4f2a"],"attempt":["2"],"mail":["mail-1"],"route":["AZ_token"]}}}\
      """;

  private final Forger forger = new Forger(Forger.EVENTS_TOPIC);
  private final InMemoryQueues queues = new InMemoryQueues();
  private final MailEvents events =
      new MailEvents(
          forger.verifier(),
          new SesEventReader(),
          queues,
          new FollowRecord(new SimpleMeterRegistry()));

  @AfterEach
  void close() {
    forger.close();
  }

  @Test
  void noForgeryIsAcceptedAndNothingHostileIsFetched() {
    Map<String, Disposition> ends = new LinkedHashMap<>();
    Map<String, Disposition> refusals = new LinkedHashMap<>();
    forger
        .forgeries(COMPLAINT)
        .forEach(
            (name, forgery) -> {
              ends.put(name, handle(forgery.body()));
              refusals.put(name, new Poison("forged: " + forgery.reason().wireName()));
            });

    assertThat(ends).isEqualTo(refusals);
    assertThat(queues.on("delivery-events")).isEmpty();
    assertThat(queues.on("alias-activity")).isEmpty();
    assertThat(queues.on("relay-events")).isEmpty();
    assertThat(forger.lured()).isEmpty();
    // Only what these three say of themselves cannot be judged without the certificate.
    assertThat(forger.fetched()).doesNotHaveDuplicates().hasSize(3);
  }

  /** What shows that the others fail for what is wrong with them. */
  @Test
  void theGenuineOneIsFollowed() {
    assertThat(handle(forger.genuinely(COMPLAINT))).isEqualTo(new Done());

    assertThat(queues.on("alias-activity")).hasSize(1);
    assertThat(forger.lured()).isEmpty();
  }

  private Disposition handle(String body) {
    return events.handle(new QueueMessage("1", body, 1));
  }
}
