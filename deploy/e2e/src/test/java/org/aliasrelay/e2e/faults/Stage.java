package org.aliasrelay.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.aliasrelay.e2e.Backstage;
import org.aliasrelay.e2e.Letter;
import org.aliasrelay.e2e.World;
import org.aliasrelay.testkit.RelayStack;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** A stack whose leases are short, and what can be seen of a mail from outside. */
final class Stage implements AutoCloseable {
  private static final String SHORT_LEASES =
      """
      relay.queues.visibility=3s
      relay.ledger.claim-lease=2s
      relay.ledger.send-timeout=2s
      relay.ledger.send-margin=1s
      relay.ledger.evidence-wait=6s
      relay.notices.look=1h
      relay.shares.alias-burst=1
      relay.shares.alias-every=8s
      """;

  /** Longer than the visibility above, and than a claim. */
  static final Duration HIDDEN = Duration.ofSeconds(6);

  /** Longer than a lease for sending: timeout, margin and wait together. */
  static final Duration LONGEST_LEASE = Duration.ofSeconds(10);

  /** For a machine that has much else to do. */
  static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Duration OFTEN = Duration.ofMillis(250);
  private static final int LOOKS = 2;
  private static final String DEAD = "-dlq";

  private final RelayStack stack;
  private final World world;
  private final Backstage backstage;
  private final Map<String, Subject.AtRest> atRest = new HashMap<>();
  private @Nullable Subject subject;

  private Stage(RelayStack stack) {
    this.stack = stack;
    this.world = new World(stack);
    this.backstage = world.backstage();
  }

  static Stage open() throws IOException, InterruptedException {
    RelayStack stack = RelayStack.prepare(SHORT_LEASES);
    System.out.println(stack.up());
    return new Stage(stack);
  }

  /** That service, under test in place of any other. */
  Subject subject(String service) throws IOException {
    Subject now = subject;
    if (now != null && now.service().equals(service)) {
      return now;
    }
    if (now != null) {
      subject = null;
      atRest.put(now.service(), now.rest());
    }
    Subject.AtRest before = atRest.remove(service);
    Subject next =
        before == null
            ? Subject.inPlaceOf(stack, service)
            : Subject.inPlaceOf(stack, service, before);
    subject = next;
    pass(Pass.FORWARD);
    return next;
  }

  World world() {
    return world;
  }

  /** Sends one mail on a pass, and waits for its end. */
  void pass(Pass pass) {
    Errand errand = pass.prepare(this);
    forgetSends();
    errand.begin();
    awaitEnd();
  }

  /** Sends a letter that is to be there before a pass begins. */
  void deliver(Letter letter, JsonNode alias) {
    forgetSends();
    world.send(letter, alias);
    if (!awaitEnd()) {
      throw new AssertionError("the mail that comes first did not come to its end");
    }
  }

  /** Returns false if it did not come to its end in good time. */
  boolean awaitEnd() {
    return await(Duration.ZERO, this::isOver);
  }

  /** The same, with nothing new for so long. */
  boolean awaitEnd(Duration quiet) {
    return await(quiet, this::isOver);
  }

  /** Nothing happens for so long. */
  void awaitQuiet(Duration quiet) {
    await(quiet, this::isSilent);
  }

  private static boolean await(Duration quiet, Callable<Boolean> condition) {
    try {
      Awaitility.await()
          .during(quiet)
          .atMost(PATIENCE.plus(quiet))
          .pollDelay(Duration.ZERO)
          .pollInterval(OFTEN)
          .until(condition);
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }

  /** Whether the mail was sent, and nothing is left to do or to keep. */
  boolean isOver() {
    return sends() > 0 && isSilent();
  }

  /** Queues are asked in turn, and what goes from one to the next may hide from one look. */
  private boolean isSilent() {
    return IntStream.range(0, LOOKS).allMatch(_ -> isEmpty());
  }

  private boolean isEmpty() {
    return backstage.vault().isEmpty()
        && backstage.queued().keySet().stream().allMatch(queue -> queue.endsWith(DEAD));
  }

  /** What telemetry tells everybody. */
  Totals totals() {
    return new Totals(
        world.web().get(stack.url("telemetry") + "/stats").expect(200).json().path("relay"));
  }

  /** What lies in dead-letter queues. */
  int dead() {
    return backstage.queued().entrySet().stream()
        .filter(queue -> queue.getKey().endsWith(DEAD))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** The mails that the local cloud's SES has taken since its journal was emptied. */
  int sends() {
    int sends = 0;
    for (JsonNode each : world.web().get(journal()).expect(200).json()) {
      sends += each.path("tags").has("mail") ? 1 : 0;
    }
    return sends;
  }

  void forgetSends() {
    world.web().delete(journal(), "").expect(204);
  }

  private String journal() {
    return stack.url("aws") + "/_local/journal";
  }

  @Override
  public void close() {
    Subject last = subject;
    if (last != null) {
      last.close();
    }
    atRest.values().forEach(service -> service.process().kill());
    backstage.close();
    stack.close();
  }
}
