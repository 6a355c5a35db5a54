package org.aliasrelay.forward.deliver;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.alias.contract.RefusalReason;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.forward.MailConfig;
import org.aliasrelay.forward.ledger.SendKind;
import org.aliasrelay.forward.look.LastLook;
import org.aliasrelay.forward.plan.DeliveryPlans;
import org.aliasrelay.forward.plan.PlanRefusedException;
import org.aliasrelay.forward.plan.PlansUnavailableException;
import org.aliasrelay.forward.rewrite.BodyRepair;
import org.aliasrelay.forward.rewrite.ForwardRewrite;
import org.aliasrelay.forward.rewrite.Head;
import org.aliasrelay.forward.rewrite.HeaderReader;
import org.aliasrelay.forward.rewrite.HeaderTooLargeException;
import org.aliasrelay.forward.rewrite.Passages;
import org.aliasrelay.forward.rewrite.People;
import org.aliasrelay.forward.rewrite.PrimaryAddress;
import org.aliasrelay.forward.rewrite.ReplyBody;
import org.aliasrelay.forward.rewrite.ReplyRewrite;
import org.aliasrelay.forward.rewrite.ReverseNames;
import org.aliasrelay.forward.rewrite.Splice;
import org.aliasrelay.forward.rewrite.TooCostlyException;
import org.aliasrelay.forward.rewrite.Traits;
import org.aliasrelay.forward.tracker.Trackers;
import org.aliasrelay.forward.vault.VaultObject;
import org.aliasrelay.forward.vault.VaultUnavailableException;
import org.aliasrelay.forward.wish.WishedBody;
import org.aliasrelay.forward.wish.Wishes;
import org.aliasrelay.ingest.contract.AcceptedMail;

/** Makes the message to send out of the one that was stored: header first, body after it. */
@ApplicationScoped
class Composer {
  /** The message, its body, that in Base64, and twice the two together while they are joined. */
  private static final int REPAIR_COPIES = 5;

  /** The body, and its text as it was and as it becomes; a reply may be one large text. */
  private static final int REPLY_COPIES = 7;

  /** The message, its body, that as it is wished, and the message of it. */
  private static final int WISH_COPIES = 4;

  private final DeliveryPlans plans;
  private final Passages passages;
  private final MailConfig config;
  private final Trackers trackers;

  Composer(DeliveryPlans plans, Passages passages, MailConfig config, Trackers trackers) {
    this.plans = plans;
    this.passages = passages;
    this.config = config;
    this.trackers = trackers;
  }

  /**
   * @param room for the message as it is; more is asked for where it must be changed inside
   */
  Composition compose(AcceptedMail mail, VaultObject stored, MemoryBudget.Room room)
      throws PlansUnavailableException,
          PlanRefusedException,
          VaultUnavailableException,
          NoRoomException {
    if (stored.size() > config.largest()) {
      return new Composition.Impossible(LossReason.TOO_LARGE);
    }
    try {
      Head head = HeaderReader.read(stored.content(), stored.size());
      if (head.hops() >= config.mostHops() || passages.of(head) + 1 >= config.mostPassages()) {
        return isOwnNotice(head)
            ? new Composition.Orphaned()
            : new Composition.Impossible(LossReason.LOOP);
      }
      People people = People.in(head);
      return switch (plans.plan(request(mail, people, Traits.of(head)))) {
        case DeliveryPlan.Forward forward ->
            forward(mail, stored, room, head, new ForwardRewrite(head, people, passages), forward);
        case DeliveryPlan.Reply reply ->
            reply(stored, room, head, new ReplyRewrite(head, people, passages), reply);
        case DeliveryPlan.Refused(RefusalReason reason) -> refused(reason);
      };
    } catch (HeaderTooLargeException e) {
      return new Composition.Impossible(LossReason.HEADER_TOO_LARGE);
    } catch (TooCostlyException e) {
      return new Composition.Impossible(LossReason.WOULD_REVEAL_OWNER);
    } catch (IOException e) {
      throw new VaultUnavailableException(e.getClass().getSimpleName());
    }
  }

  /** To tell of that one would be the next to come round. */
  private boolean isOwnNotice(Head head) {
    return passages.of(head) > 0
        && People.in(head).fromAddresses().equals(List.of(config.noticeSender()));
  }

  private static DeliveryRequest request(AcceptedMail mail, People people, Traits traits) {
    return new DeliveryRequest(
        mail.mailId().value(),
        new RouteToken(mail.routeToken()),
        people.fromAddresses(),
        people.replyToAddresses(),
        people.otherAddresses(),
        mail.verdicts().authenticated() && people.isAuthorClear(),
        traits.listMail(),
        traits.automatic(),
        traits.receipt());
  }

  private Composition forward(
      AcceptedMail mail,
      VaultObject stored,
      MemoryBudget.Room room,
      Head head,
      ForwardRewrite rewrite,
      DeliveryPlan.Forward plan)
      throws IOException, NoRoomException {
    if (mail.verdicts().authenticated() && rewrite.isAnswerToNobody(plan)) {
      return new Composition.Impossible(LossReason.NOT_ADDRESSABLE);
    }
    byte[] header = rewrite.header(plan, mail.verdicts());
    byte[] message = Splice.withBody(header, head, stored.content(), stored.size());
    int trackersRemoved = 0;
    if (Wishes.any(plan.wishes())) {
      room.grow(stored.size() * WISH_COPIES + Wishes.roomForTexts(stored.size()));
      WishedBody wished =
          new Wishes(plan.wishes(), plan.alias(), trackers.list())
              .fulfil(head, Arrays.copyOfRange(message, header.length, message.length));
      message = Splice.join(header, wished.bytes());
      trackersRemoved = wished.trackersRemoved();
    }
    if (BodyRepair.isNeeded(head, message, header.length)) {
      room.grow(stored.size() * REPAIR_COPIES);
      byte[] body = Arrays.copyOfRange(message, header.length, message.length);
      BodyRepair repaired = BodyRepair.of(head, body);
      header = rewrite.header(plan, mail.verdicts(), repaired.content());
      message = Splice.join(header, repaired.body());
    }
    return sendable(
        new Composition.Ready(
            SendKind.FORWARD,
            rewrite.author(plan),
            plan.destination(),
            plan.lane(),
            plan.probe(),
            message,
            trackersRemoved));
  }

  private Composition reply(
      VaultObject stored,
      MemoryBudget.Room room,
      Head head,
      ReplyRewrite rewrite,
      DeliveryPlan.Reply plan)
      throws IOException, NoRoomException, HeaderTooLargeException {
    room.grow(stored.size() * REPLY_COPIES);
    PrimaryAddress primary = PrimaryAddress.of(plan);
    ReverseNames reverse = new ReverseNames(plan.reverseAliases());
    byte[] written = Splice.withBody(new byte[0], head, stored.content(), stored.size());
    return switch (ReplyBody.without(primary, reverse, head, written)) {
      case ReplyBody.Revealing() -> new Composition.Impossible(LossReason.WOULD_REVEAL_OWNER);
      case ReplyBody.Unsendable(LossReason reason) -> new Composition.Impossible(reason);
      case ReplyBody.Clean(byte[] body) -> reply(body, rewrite, plan, primary, reverse);
    };
  }

  /** The room for a reply holds what the looks need, too: they read one form after the other. */
  private Composition reply(
      byte[] body,
      ReplyRewrite rewrite,
      DeliveryPlan.Reply plan,
      PrimaryAddress primary,
      ReverseNames reverse)
      throws IOException, HeaderTooLargeException {
    Head head = rewrite.ofBody(primary, reverse);
    BodyRepair sendable = BodyRepair.of(head, body);
    byte[] header = rewrite.header(plan, primary, reverse, sendable.content());
    // Only now the exact reading has met everybody whom the reply names.
    LastLook look = LastLook.of(plan, primary);
    // Behind one more encoding it would be an attachment, which is not looked into.
    if (BodyRepair.isNeeded(head, body, 0) && look.isRevealing(BodyRepair.asItCame(head, body))) {
      return new Composition.Impossible(LossReason.WOULD_REVEAL_OWNER);
    }
    byte[] message = Splice.join(header, sendable.body());
    if (look.isRevealing(message)) {
      return new Composition.Impossible(LossReason.WOULD_REVEAL_OWNER);
    }
    return sendable(
        new Composition.Ready(
            SendKind.REPLY, plan.alias(), plan.destination(), plan.lane(), false, message));
  }

  private Composition sendable(Composition.Ready ready) {
    // Asked again: what is encoded anew grows by a third.
    if (ready.message().length > config.largest()) {
      return new Composition.Impossible(LossReason.TOO_LARGE);
    }
    return ready.recipient().isAscii()
        ? ready
        : new Composition.Impossible(LossReason.NOT_ADDRESSABLE);
  }

  private static Composition refused(RefusalReason reason) {
    return switch (reason) {
      case ALIAS_GONE -> new Composition.Orphaned();
      case ALIAS_DISABLED -> new Composition.Impossible(LossReason.ALIAS_DISABLED);
      case ACCOUNT_PAUSED -> new Composition.Impossible(LossReason.ACCOUNT_PAUSED);
      case NOT_THE_OWNER -> new Composition.Impossible(LossReason.NOT_THE_OWNER);
      case NOT_FROM_PRIMARY -> new Composition.Impossible(LossReason.NOT_FROM_PRIMARY);
      case NOT_AUTHENTICATED -> new Composition.Impossible(LossReason.NOT_AUTHENTICATED);
      case LIST_MAIL -> new Composition.Impossible(LossReason.LIST_MAIL);
      case CONTACT_BLOCKED -> new Composition.Impossible(LossReason.CONTACT_BLOCKED);
      case SENDER_NOT_ALLOWED -> new Composition.Impossible(LossReason.SENDER_NOT_ALLOWED);
      case OWN_REPLY -> new Composition.Impossible(LossReason.OWN_REPLY);
      case CONTACT_GONE -> new Composition.Impossible(LossReason.CONTACT_GONE);
      case TOO_MANY_AUTOMATIC_REPLIES ->
          new Composition.Impossible(LossReason.TOO_MANY_AUTOMATIC_REPLIES);
    };
  }
}
