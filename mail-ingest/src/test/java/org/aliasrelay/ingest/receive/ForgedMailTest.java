package org.aliasrelay.ingest.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.ingest.admit.Admissions;
import org.aliasrelay.ingest.admit.InMemoryRoutes;
import org.aliasrelay.ingest.discard.InMemoryVault;
import org.aliasrelay.ingest.publish.DecisionPublisher;
import org.aliasrelay.ingest.publish.InMemoryQueues;
import org.aliasrelay.ingest.read.Notifications;
import org.aliasrelay.ingest.read.OurMail;
import org.aliasrelay.ingest.read.SesNotifications;
import org.aliasrelay.ingest.verify.Forger;
import org.aliasrelay.queue.Disposition;
import org.aliasrelay.queue.Disposition.Done;
import org.aliasrelay.queue.Disposition.Poison;
import org.aliasrelay.queue.QueueMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing forged comes in through {@code inbound-mail}, and nothing hostile is fetched. */
class ForgedMailTest {
  private static final String ALIAS = "ada1@relay.test";

  private final Forger forger = new Forger(Forger.MAIL_TOPIC);
  private final InMemoryRoutes routes = new InMemoryRoutes();
  private final InMemoryQueues queues = new InMemoryQueues();
  private final InMemoryVault vault = new InMemoryVault();
  private final InboundMail mail =
      new InboundMail(
          forger.verifier(),
          new SesNotifications(new OurMail()),
          new Admissions(routes, new OurMail()),
          new DecisionPublisher(queues, Clock.systemUTC()),
          vault,
          new IngestRecord(new SimpleMeterRegistry()));

  ForgedMailTest() {
    routes.put(ALIAS, Route.Forward.atOnce(new RouteToken("token-ada")));
  }

  @AfterEach
  void close() {
    forger.close();
  }

  @Test
  void noForgeryIsAcceptedAndNothingHostileIsFetched() {
    Map<String, Disposition> ends = new LinkedHashMap<>();
    Map<String, Disposition> refusals = new LinkedHashMap<>();
    forger
        .forgeries(notification().json())
        .forEach(
            (name, forgery) -> {
              ends.put(name, handle(forgery.body()));
              refusals.put(name, new Poison("forged: " + forgery.reason().wireName()));
            });

    assertThat(ends).isEqualTo(refusals);
    nothingHappened();
    // Only what these three say of themselves cannot be judged without the certificate.
    assertThat(forger.fetched()).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void nothingIsTakenFromAForeignPlaceInTheVault() {
    Map<String, Notifications> foreign = new LinkedHashMap<>();
    foreign.put("bucket", notification().set("/receipt/action", "bucketName", "somebody-elses"));
    foreign.put("vault-key", notification().set("/receipt/action", "objectKey", "mail/other"));
    for (String key : new String[] {"../mail/x", "mail//..", "mail/x?versionId=1", ""}) {
      foreign.put(
          "vault-key" + " ".repeat(foreign.size()),
          notification().set("/receipt/action", "objectKey", key));
    }

    foreign.forEach(
        (fault, notification) ->
            assertThat(handle(forger.genuinely(notification.json())))
                .isEqualTo(new Poison("malformed: " + fault.strip())));
    nothingHappened();
  }

  /** What shows that the others fail for what is wrong with them. */
  @Test
  void theGenuineOneIsAccepted() {
    assertThat(handle(forger.genuinely(notification().json()))).isEqualTo(new Done());

    assertThat(queues.on("accepted-mail")).hasSize(1);
    assertThat(forger.lured()).isEmpty();
  }

  private void nothingHappened() {
    assertThat(queues.on("accepted-mail")).isEmpty();
    assertThat(queues.on("alias-activity")).isEmpty();
    assertThat(vault.deleted()).isEmpty();
    assertThat(forger.lured()).isEmpty();
  }

  private static Notifications notification() {
    return Notifications.received().withRecipients(ALIAS);
  }

  private Disposition handle(String body) {
    return mail.handle(new QueueMessage("1", body, 1));
  }
}
