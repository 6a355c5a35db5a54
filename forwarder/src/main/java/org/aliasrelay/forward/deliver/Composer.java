package org.aliasrelay.forward.deliver;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Arrays;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.forward.MailConfig;
import org.aliasrelay.forward.plan.DeliveryPlans;
import org.aliasrelay.forward.plan.PlansUnavailableException;
import org.aliasrelay.forward.rewrite.BodyRepair;
import org.aliasrelay.forward.rewrite.ForwardRewrite;
import org.aliasrelay.forward.rewrite.Head;
import org.aliasrelay.forward.rewrite.HeaderReader;
import org.aliasrelay.forward.rewrite.HeaderTooLargeException;
import org.aliasrelay.forward.rewrite.People;
import org.aliasrelay.forward.rewrite.PrimaryAddress;
import org.aliasrelay.forward.rewrite.ReplyBody;
import org.aliasrelay.forward.rewrite.ReplyRewrite;
import org.aliasrelay.forward.vault.VaultObject;
import org.aliasrelay.forward.vault.VaultUnavailableException;
import org.aliasrelay.ingest.contract.AcceptedMail;

/** Makes the message to send out of the one that was stored: header first, body after it. */
@ApplicationScoped
class Composer {
  private final DeliveryPlans plans;
  private final MailConfig config;

  Composer(DeliveryPlans plans, MailConfig config) {
    this.plans = plans;
    this.config = config;
  }

  Composition compose(AcceptedMail mail, VaultObject stored)
      throws PlansUnavailableException, VaultUnavailableException {
    if (stored.size() > config.largest()) {
      return new Composition.Impossible(RefuseReason.TOO_LARGE);
    }
    try {
      Head head = HeaderReader.read(stored.content());
      if (head.hops() >= config.mostHops()) {
        return new Composition.Impossible(RefuseReason.LOOP);
      }
      People people = People.in(head);
      return switch (plans.plan(request(mail, people))) {
        case DeliveryPlan.Forward forward ->
            forward(mail, stored, head, new ForwardRewrite(head, people), forward);
        case DeliveryPlan.Reply reply -> reply(stored, head, new ReplyRewrite(head, people), reply);
        case DeliveryPlan.Refused _ -> new Composition.Impossible(RefuseReason.NO_PLAN);
      };
    } catch (HeaderTooLargeException e) {
      return new Composition.Impossible(RefuseReason.HEADER_TOO_LARGE);
    } catch (IOException e) {
      throw new VaultUnavailableException(e.getClass().getSimpleName());
    }
  }

  private static DeliveryRequest request(AcceptedMail mail, People people) {
    return new DeliveryRequest(
        mail.mailId().value(),
        new RouteToken(mail.routeToken()),
        people.fromAddresses(),
        people.replyToAddresses(),
        people.otherAddresses(),
        mail.verdicts().authenticated(),
        false,
        false);
  }

  private static Composition forward(
      AcceptedMail mail,
      VaultObject stored,
      Head head,
      ForwardRewrite rewrite,
      DeliveryPlan.Forward plan)
      throws IOException {
    byte[] header = rewrite.header(plan, mail.verdicts());
    byte[] message = withBody(header, head, stored);
    if (BodyRepair.isNeeded(message, header.length)) {
      byte[] body = Arrays.copyOfRange(message, header.length, message.length);
      BodyRepair repaired = BodyRepair.of(head, body);
      header = rewrite.header(plan, mail.verdicts(), repaired.encoding());
      message = join(header, repaired.body());
    }
    return ready(Composition.Kind.FORWARD, rewrite.author(plan), plan.destination(), message);
  }

  private static Composition reply(
      VaultObject stored, Head head, ReplyRewrite rewrite, DeliveryPlan.Reply plan)
      throws IOException {
    PrimaryAddress primary = new PrimaryAddress(plan.primary(), plan.alias());
    byte[] body = ReplyBody.without(primary, head, withBody(new byte[0], head, stored));
    BodyRepair sendable =
        BodyRepair.isNeeded(body, 0) ? BodyRepair.of(head, body) : new BodyRepair(body, "");
    byte[] header = rewrite.header(plan, primary, sendable.encoding());
    byte[] message = join(header, sendable.body());
    return ready(Composition.Kind.REPLY, plan.alias(), plan.destination(), message);
  }

  private static byte[] join(byte[] header, byte[] body) {
    byte[] message = Arrays.copyOf(header, header.length + body.length);
    System.arraycopy(body, 0, message, header.length, body.length);
    return message;
  }

  private static Composition ready(
      Composition.Kind kind, EmailAddress from, EmailAddress recipient, byte[] message) {
    return recipient.isAscii()
        ? new Composition.Ready(kind, from, recipient, message)
        : new Composition.Impossible(RefuseReason.NOT_ADDRESSABLE);
  }

  /** Reads the body straight into the message: the one copy of it. */
  private static byte[] withBody(byte[] header, Head head, VaultObject stored) throws IOException {
    int rest = Math.toIntExact(stored.size() - head.consumed());
    byte[] start = head.bodyStart();
    byte[] message = new byte[header.length + start.length + rest];
    System.arraycopy(header, 0, message, 0, header.length);
    System.arraycopy(start, 0, message, header.length, start.length);
    int read = stored.content().readNBytes(message, header.length + start.length, rest);
    if (read < rest) {
      throw new IOException("the object ended early");
    }
    return message;
  }
}
