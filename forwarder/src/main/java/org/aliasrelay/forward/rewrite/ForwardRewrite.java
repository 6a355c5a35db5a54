package org.aliasrelay.forward.rewrite;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.ingest.contract.Verdicts;

/**
 * The header of a message to the owner. From, Reply-To and everyone else in To and Cc become
 * reverse aliases that show who is behind them, so that any kind of answer goes through the relay.
 */
public final class ForwardRewrite {
  private static final String UNKNOWN_SENDER = "Unknown sender";

  private final Head head;
  private final People people;
  private final Optional<Correspondent> sender;
  private final Passages passages;

  /**
   * @param people whom the header names
   */
  public ForwardRewrite(Head head, People people, Passages passages) {
    this.head = head;
    this.people = people;
    this.sender = people.author();
    this.passages = passages;
  }

  /** The new header, with the empty line that ends it, for the body as it is. */
  public byte[] header(DeliveryPlan.Forward plan, Verdicts verdicts) {
    return header(plan, verdicts, NewContent.NONE);
  }

  /**
   * The same for a body that was made anew.
   *
   * @param content what to say of it
   */
  public byte[] header(DeliveryPlan.Forward plan, Verdicts verdicts, NewContent content) {
    FieldWriter out = new FieldWriter(head.bodyOffset());
    Suspicion suspicion = Suspicion.of(people, verdicts);
    String author = authorMailbox(plan, suspicion.mark());
    out.write("From", author);
    out.write("To", recipients(plan));
    ifPresent(out, "Cc", others(people.cc(), plan, true));
    out.write("Reply-To", answers(plan, author));
    ifPresent(out, "References", References.forwarded(head));
    ifPresent(out, "List-Unsubscribe", unsubscribe(plan));
    KeptFields kept = new KeptFields(out, content);
    boolean unmarked = Traits.isUnmarked(head);
    if (unmarked) {
      out.write("Auto-Submitted", "auto-generated");
    }
    for (HeaderField field : head.fields()) {
      if (field.name().isDropped() || (unmarked && field.is(FieldName.AUTO_SUBMITTED))) {
        continue;
      }
      if (field.name().isOfUris()) {
        kept.copy(field, value -> through(plan, value));
      } else {
        kept.copy(field);
      }
    }
    kept.complete();
    sender.ifPresent(one -> out.write(FieldRules.OURS + "From", one.written()));
    out.write(FieldRules.OURS + "Alias", plan.alias().value());
    out.put(VerdictField.of(verdicts));
    if (!suspicion.words().isEmpty()) {
      out.write(FieldRules.OURS + "Suspect", String.join(", ", suspicion.words()));
    }
    passages.write(out, passages.of(head) + 1);
    return out.end();
  }

  private static void ifPresent(FieldWriter out, String name, String value) {
    if (!value.isEmpty()) {
      out.write(name, value);
    }
  }

  /**
   * The From address: the reverse alias of the author, who is the first in From whom mail can
   * reach; without an author whom mail can reach, the alias itself.
   */
  public EmailAddress author(DeliveryPlan.Forward plan) {
    return sender.flatMap(Correspondent::address).flatMap(plan::reverseOf).orElse(plan.alias());
  }

  /**
   * Whether it is the owner's answer, to the alias alone, to a mail that SES sent: one that the
   * relay brought from somebody who could not be given an address.
   */
  public boolean isAnswerToNobody(DeliveryPlan.Forward plan) {
    return people.isAuthorClear()
        && !(people.to().isEmpty() && people.cc().isEmpty())
        && sender.map(one -> one.isAt(plan.destination())).orElse(false)
        && Stream.of(people.to(), people.cc())
            .flatMap(List::stream)
            .allMatch(one -> one.isAt(plan.alias()))
        && References.answersWhatSesSent(head);
  }

  private String authorMailbox(DeliveryPlan.Forward plan, String mark) {
    String display = mark + sender.map(Correspondent::display).orElse(UNKNOWN_SENDER);
    return Correspondent.mailbox(display, author(plan));
  }

  /** The alias first, unless Cc names it; then the others. */
  private String recipients(DeliveryPlan.Forward plan) {
    String alias = plan.alias().value();
    String others = others(people.to(), plan, false);
    if (others.isEmpty()) {
      return alias;
    }
    return names(people.cc(), plan.alias()) ? others : alias + ", " + others;
  }

  /**
   * Where answers go. If they are asked for somewhere that mail cannot reach, not to the author
   * instead, but to the alias: the owner is told that there is nobody.
   */
  private String answers(DeliveryPlan.Forward plan, String author) {
    String answers = others(people.replyTo(), plan, false);
    if (!answers.isEmpty()) {
      return answers;
    }
    boolean toAlias =
        !people.replyTo().isEmpty()
            && people.replyTo().stream().allMatch(one -> one.isAt(plan.alias()));
    boolean elsewhere =
        !toAlias
            && head.all(FieldName.REPLY_TO).stream().anyMatch(field -> field.value().contains("@"));
    return elsewhere ? plan.alias().value() : author;
  }

  private static boolean names(List<Correspondent> all, EmailAddress address) {
    for (Correspondent one : all) {
      if (one.isAt(address)) {
        return true;
      }
    }
    return false;
  }

  private static String others(
      List<Correspondent> all, DeliveryPlan.Forward plan, boolean withAlias) {
    if (all.isEmpty()) {
      return "";
    }
    if (all.size() == 1) {
      return other(all.getFirst(), plan, withAlias);
    }
    Set<String> mailboxes = new LinkedHashSet<>();
    for (Correspondent one : all) {
      mailboxes.add(other(one, plan, withAlias));
    }
    mailboxes.remove("");
    return String.join(", ", mailboxes);
  }

  /** Empty if the one is to be left out. */
  private static String other(Correspondent one, DeliveryPlan.Forward plan, boolean withAlias) {
    if (one.isAt(plan.alias())) {
      return withAlias ? plan.alias().value() : "";
    }
    Optional<EmailAddress> reverse = one.address().flatMap(plan::reverseOf);
    return reverse.isPresent() ? Correspondent.mailbox(one.display(), reverse.get()) : "";
  }

  private String unsubscribe(DeliveryPlan.Forward plan) {
    return head.first(FieldName.LIST_UNSUBSCRIBE)
        .map(field -> through(plan, field.value()))
        .orElse("");
  }

  private static String through(DeliveryPlan.Forward plan, String listUris) {
    return ListUris.through(plan::reverseOf, listUris);
  }
}
