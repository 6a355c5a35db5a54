package org.aliasrelay.ingest.publish;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aliasrelay.alias.contract.AliasActivity;
import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.ingest.admit.Admission;
import org.aliasrelay.ingest.admit.Admission.Admitted;
import org.aliasrelay.ingest.admit.Admission.Deferred;
import org.aliasrelay.ingest.admit.Admission.Dropped;
import org.aliasrelay.ingest.admit.DropReason;
import org.aliasrelay.ingest.contract.AcceptedMail;
import org.aliasrelay.ingest.read.ReceivedMail;
import org.aliasrelay.queue.QueuePublisher;
import org.aliasrelay.queue.QueueUnavailableException;
import org.jboss.logging.Logger;

/**
 * Says what was decided. Saying it again does no harm: the forwarder's ledger, alias-api and
 * telemetry each count a message once, and the same mail gives equal messages.
 */
@Singleton
public class DecisionPublisher {
  private static final Logger LOG = Logger.getLogger(DecisionPublisher.class);

  private final QueuePublisher queues;
  private final Clock clock;
  private final AtomicBoolean telemetryAway = new AtomicBoolean();

  /** Publishes to these queues. */
  public DecisionPublisher(QueuePublisher queues, Clock clock) {
    this.queues = queues;
    this.clock = clock;
  }

  /**
   * Whether any of these decisions is one that the forwarder must know of: the mail was let in, or
   * would have been at another time, and perhaps was when this mail was announced before.
   */
  public static boolean isAnnounced(List<Admission> admissions) {
    return admissions.stream()
        .anyMatch(
            admission ->
                switch (admission) {
                  case Admitted _ -> true;
                  case Dropped(DropReason reason, RouteToken token) ->
                      token != null && !reason.isForGood();
                  case Deferred _ -> throw new IllegalStateException("not decided yet");
                });
  }

  /**
   * Hands the mail on, for every recipient at once, so that each message names the same siblings.
   *
   * @throws QueueUnavailableException if that must be done again
   */
  public void announce(ReceivedMail mail, List<Admission> admissions)
      throws QueueUnavailableException {
    // Two spellings of one alias have one token, and one mail.
    Map<String, Admission> siblings = new LinkedHashMap<>();
    List<AliasActivity> blocked = new ArrayList<>();
    for (Admission admission : admissions) {
      switch (admission) {
        case Admitted(RouteToken token, int _, boolean _) ->
            siblings.merge(token.value(), admission, DecisionPublisher::letIn);
        case Dropped(DropReason reason, RouteToken token) -> {
          if (token != null && reason.isForGood()) {
            loss(reason)
                .ifPresent(
                    loss -> blocked.add(AliasActivity.blocked(mail.id().value(), token, loss)));
          } else if (token != null) {
            // Whether it is a loss depends on what was decided before, and the ledger knows that.
            siblings.merge(token.value(), admission, DecisionPublisher::letIn);
          }
        }
        case Deferred _ -> throw new IllegalStateException("announced before it was decided");
      }
    }
    List<String> tokens = List.copyOf(siblings.keySet());
    Map<String, List<AcceptedMail>> byQueue = new LinkedHashMap<>();
    siblings.forEach(
        (token, admission) ->
            byQueue
                .computeIfAbsent(queueOf(admission), _ -> new ArrayList<>())
                .add(message(mail, token, tokens, admission)));
    for (Map.Entry<String, List<AcceptedMail>> queue : byQueue.entrySet()) {
      publish(queue.getKey(), queue.getValue());
    }
    publish("alias-activity", blocked);
  }

  /**
   * Nobody waits for what was not let in. And it is not to overtake an earlier word of the same
   * mail that yields.
   */
  private static String queueOf(Admission admission) {
    return admission instanceof Admitted(RouteToken _, int wait, boolean yields)
            && wait == 0
            && !yields
        ? "accepted-mail"
        : "yielding-mail";
  }

  /** The first of two that was let in, if any was. */
  private static Admission letIn(Admission first, Admission second) {
    return first instanceof Admitted ? first : second;
  }

  /** What the owner is shown; nobody is shown what nobody owns. */
  private static Optional<LossReason> loss(DropReason reason) {
    return switch (reason) {
      case UNKNOWN_RECIPIENT -> Optional.empty();
      case ALIAS_DISABLED -> Optional.of(LossReason.ALIAS_DISABLED);
      case ACCOUNT_PAUSED -> Optional.of(LossReason.ACCOUNT_PAUSED);
      case NOT_THE_OWNER -> Optional.of(LossReason.NOT_THE_OWNER);
      case NOT_AUTHENTICATED -> Optional.of(LossReason.NOT_AUTHENTICATED);
      case VIRUS -> Optional.of(LossReason.VIRUS);
      case DMARC_REJECT -> Optional.of(LossReason.DMARC_REJECT);
      case SPAM -> Optional.of(LossReason.SPAM);
      case DMARC_QUARANTINE -> Optional.of(LossReason.DMARC_QUARANTINE);
      case FLOODED -> Optional.of(LossReason.FLOODED);
    };
  }

  private AcceptedMail message(
      ReceivedMail mail, String token, List<String> siblings, Admission admission) {
    int wait = admission instanceof Admitted(RouteToken _, int seconds, boolean _) ? seconds : 0;
    // Mail that waits goes out at once, too: the ledger must know of it before a later decision.
    long notBefore = wait == 0 ? 0 : clock.instant().plusSeconds(wait).getEpochSecond();
    return new AcceptedMail(
        AcceptedMail.VERSION,
        mail.id(),
        mail.vaultKey(),
        token,
        siblings,
        mail.verdicts(),
        notBefore,
        admission instanceof Dropped,
        admission instanceof Dropped(DropReason reason, RouteToken _)
            ? loss(reason).map(LossReason::name)
            : Optional.empty());
  }

  /** Counts the decisions, if that is possible now. It never holds up mail. */
  public void count(ReceivedMail mail, List<Admission> admissions) {
    try {
      publish("relay-events", RelayEvents.of(mail, admissions));
      if (telemetryAway.getAndSet(false)) {
        LOG.info("relay-events are taken again");
      }
    } catch (QueueUnavailableException e) {
      if (!telemetryAway.getAndSet(true)) {
        LOG.warn("relay-events are not taken; mail goes on uncounted");
      }
    }
  }

  private void publish(String queue, List<?> messages) throws QueueUnavailableException {
    if (!messages.isEmpty()) {
      queues.publish(queue, messages);
    }
  }
}
