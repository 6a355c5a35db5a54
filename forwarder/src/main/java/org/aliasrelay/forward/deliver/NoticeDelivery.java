package org.aliasrelay.forward.deliver;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aliasrelay.alias.contract.NoticeDue;
import org.aliasrelay.alias.contract.NoticePlan;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.forward.LedgerConfig;
import org.aliasrelay.forward.MailConfig;
import org.aliasrelay.forward.ledger.Claim;
import org.aliasrelay.forward.ledger.DeliveryKey;
import org.aliasrelay.forward.ledger.DeliveryKeys;
import org.aliasrelay.forward.ledger.DeliveryLedger;
import org.aliasrelay.forward.ledger.Ending;
import org.aliasrelay.forward.ledger.LedgerUnavailableException;
import org.aliasrelay.forward.ledger.SendKind;
import org.aliasrelay.forward.plan.NoticePlans;
import org.aliasrelay.forward.plan.PlanRefusedException;
import org.aliasrelay.forward.plan.PlansUnavailableException;
import org.aliasrelay.forward.rewrite.NoticeMessage;
import org.aliasrelay.forward.rewrite.Passages;
import org.aliasrelay.forward.send.Reference;
import org.aliasrelay.queue.QueuePublisher;
import org.aliasrelay.queue.QueueUnavailableException;
import org.aliasrelay.telemetry.contract.RelayEvent;
import org.jboss.logging.Logger;

/** Tells an owner something, once: through the ledger, like mail. */
@ApplicationScoped
public class NoticeDelivery {
  private static final Logger LOG = Logger.getLogger(NoticeDelivery.class);

  private static final String REJECTED = "REJECTED_BY_SES";
  private static final String NOT_COMPOSED = "NOT_COMPOSED";

  private final DeliveryKeys keys;
  private final DeliveryLedger ledger;
  private final NoticePlans plans;
  private final Dispatch dispatch;
  private final Evidence evidence;
  private final Stumbles stumbles;
  private final QueuePublisher queues;
  private final LedgerConfig config;
  private final MailConfig mail;
  private final Passages passages;
  private final Clock clock;

  NoticeDelivery(
      DeliveryKeys keys,
      DeliveryLedger ledger,
      NoticePlans plans,
      Dispatch dispatch,
      Evidence evidence,
      Stumbles stumbles,
      QueuePublisher queues,
      LedgerConfig config,
      MailConfig mail,
      Passages passages,
      Clock clock) {
    this.keys = keys;
    this.ledger = ledger;
    this.plans = plans;
    this.dispatch = dispatch;
    this.evidence = evidence;
    this.stumbles = stumbles;
    this.queues = queues;
    this.config = config;
    this.mail = mail;
    this.passages = passages;
    this.clock = clock;
  }

  /** Brings the notice as far as it can be brought now. */
  public Outcome deliver(NoticeDue due) throws InterruptedException {
    DeliveryKey key = keys.ofNotice(due.noticeId());
    try {
      dispatch.recordWhatIsKnown(key);
      return switch (ledger.claim(key, clock.instant(), config.claimLease())) {
        case Claim.Claimed claim when evidence.mayBeUnheard(claim) ->
            new Outcome.NotBefore(evidence.heardBy());
        case Claim.Claimed claim when dispatch.isHalted() -> dispatch.halt(key, claim);
        case Claim.Claimed claim -> attempt(due, key, claim);
        case Claim.Leased(var until) -> new Outcome.NotBefore(until);
        case Claim.Terminal(Ending.Sent _) -> finish(key);
        case Claim.Terminal _ -> new Outcome.Finished();
      };
    } catch (LedgerUnavailableException e) {
      evidence.ledgerIsAway();
      return new Outcome.Waiting("PostgreSQL");
    }
  }

  private Outcome attempt(NoticeDue due, DeliveryKey key, Claim.Claimed claim)
      throws LedgerUnavailableException, InterruptedException {
    try {
      return switch (plans.notice(due.noticeId())) {
        case NoticePlan.Withdrawn() -> refuse(key, claim, "WITHDRAWN");
        case NoticePlan.Tell tell -> send(due, key, claim, tell);
      };
    } catch (PlanRefusedException e) {
      LOG.errorf("outcome=REFUSED reason=%s a notice is given up", e.getMessage());
      return refuse(key, claim, "PLAN_REFUSED");
    } catch (PlansUnavailableException e) {
      ledger.release(key, claim.fence(), clock.instant());
      return new Outcome.Waiting("alias-api");
    }
  }

  private Outcome send(NoticeDue due, DeliveryKey key, Claim.Claimed claim, NoticePlan.Tell tell)
      throws LedgerUnavailableException, InterruptedException {
    byte[] message;
    try {
      message =
          NoticeMessage.of(
              tell, mail.noticeSender(), clock.instant(), passages, mail.mostPassages() - 1);
    } catch (RuntimeException e) {
      // Nobody foresaw it, and the next release may know better; but it must come to an end.
      return stumble(key, claim, e.getClass().getSimpleName(), NOT_COMPOSED);
    }
    var ready =
        new Composition.Ready(
            SendKind.NOTICE, mail.noticeSender(), tell.destination(), tell.lane(), false, message);
    String mailId = NoticePlan.mailId(due.noticeId());
    RouteToken token = tell.token();
    Reference reference = token == null ? Reference.NONE : new Reference(mailId, token.value());
    return switch (dispatch.send(key, claim, ready, reference, mailId)) {
      case Dispatch.Result.Sent _ -> finish(key);
      case Dispatch.Result.Refused() -> refuse(key, claim, REJECTED);
      case Dispatch.Result.Doubtful(String cause) -> stumble(key, claim, cause, REJECTED);
      case Dispatch.Result.NotNow(Outcome outcome) -> outcome;
    };
  }

  private Outcome stumble(DeliveryKey key, Claim.Claimed claim, String cause, String reason)
      throws LedgerUnavailableException {
    LOG.errorf("outcome=STUMBLED reason=%s a notice is held up", cause);
    Optional<Duration> pause = stumbles.add(key);
    if (pause.isEmpty()) {
      return refuse(key, claim, reason);
    }
    Instant now = clock.instant();
    ledger.release(key, claim.fence(), now);
    return new Outcome.Postponed(now.plus(pause.get()));
  }

  private Outcome refuse(DeliveryKey key, Claim.Claimed claim, String reason)
      throws LedgerUnavailableException {
    Instant now = clock.instant();
    return ledger.refused(key, claim.fence(), reason, now)
        ? new Outcome.Finished()
        : new Outcome.NotBefore(now.plus(config.sendMargin()));
  }

  private Outcome finish(DeliveryKey key) throws LedgerUnavailableException {
    try {
      queues.publish(
          "relay-events", List.of(RelayEvent.of(key.tag(), RelayEvent.Kind.NOTICE_SENT)));
    } catch (QueueUnavailableException e) {
      LOG.warn("a notice was not counted");
    }
    ledger.done(key, clock.instant());
    return new Outcome.Finished();
  }
}
