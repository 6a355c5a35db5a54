package org.aliasrelay.forward.deliver;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.forward.plan.DeliveryPlans;
import org.aliasrelay.forward.rewrite.Plans;
import org.aliasrelay.forward.tracker.Trackers;
import org.aliasrelay.forward.vault.VaultObject;
import org.aliasrelay.ingest.contract.AcceptedMail;
import org.aliasrelay.ingest.contract.MailId;
import org.aliasrelay.ingest.contract.VaultKey;

/** The composer by itself: what becomes of one stored message, whatever it is. */
public final class Composing {
  /** Whom the owner writes to in a reply. */
  public static final EmailAddress CONTACT = EmailAddress.of("ann@shop.example");

  /** What SES takes. */
  private static final long LARGEST = 30_408_704;

  private static final AcceptedMail MAIL =
      new AcceptedMail(
          AcceptedMail.VERSION,
          new MailId("mail1"),
          new VaultKey("mail/mail1"),
          "token1",
          List.of("token1"),
          Plans.PASSED,
          0);

  private Composing() {}

  /** Its end. */
  public sealed interface Composed {
    /** To be sent. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares messages.
    record Message(byte[] bytes) implements Composed {}

    /** Never to be sent. */
    record Ended(LossReason reason) implements Composed {}
  }

  /** A message to the owner. Everyone it names has a reverse alias. */
  public static Composed forward(byte[] message) {
    return compose(message, request -> Plans.forward(request));
  }

  /** A message of the owner to {@link #CONTACT}. */
  public static Composed reply(byte[] message) {
    return reply(message, Plans.reply(CONTACT));
  }

  /** The same by another plan. */
  public static Composed reply(byte[] message, DeliveryPlan.Reply plan) {
    return compose(message, request -> plan);
  }

  private static Composed compose(byte[] message, DeliveryPlans plans) {
    var stored = new VaultObject(message.length, new ByteArrayInputStream(message));
    try (MemoryBudget.Room room = new MemoryBudget(1L << 33).reserve(message.length)) {
      var composer =
          new Composer(
              plans, Plans.PASSAGES, new FixedMailConfig(LARGEST), new Trackers(Optional::empty));
      return switch (composer.compose(MAIL, stored, room)) {
        case Composition.Ready ready -> new Composed.Message(ready.message());
        case Composition.Impossible(LossReason reason) -> new Composed.Ended(reason);
        case Composition.Orphaned() -> throw new AssertionError("the plan had an alias");
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (Exception e) {
      throw new AssertionError("no message may make composing fail", e);
    }
  }
}
