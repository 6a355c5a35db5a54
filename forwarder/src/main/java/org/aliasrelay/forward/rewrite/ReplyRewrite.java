package org.aliasrelay.forward.rewrite;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * The header of the owner's message to a contact. Nothing of the owner's own header passes unless
 * it is named here: mail programs and providers put names, addresses and machines into fields that
 * nobody has heard of.
 */
public final class ReplyRewrite {
  private static final Set<String> KEPT =
      Set.of(
          "subject",
          "date",
          "mime-version",
          "content-type",
          "content-transfer-encoding",
          "content-disposition",
          "content-language",
          "content-description",
          "auto-submitted",
          "precedence",
          "importance",
          "priority",
          "x-priority",
          "x-auto-response-suppress");

  private final Head head;
  private final People people;
  private final Passages passages;

  /**
   * @param people whom the header names
   */
  public ReplyRewrite(Head head, People people, Passages passages) {
    this.head = head;
    this.people = people;
    this.passages = passages;
  }

  /**
   * The new header, with the empty line that ends it.
   *
   * @param reverse of this plan
   * @param content what to say of the body
   */
  public byte[] header(
      DeliveryPlan.Reply plan, PrimaryAddress primary, ReverseNames reverse, NewContent content) {
    FieldWriter out = new FieldWriter();
    out.write("From", plan.alias().value());
    List<EmailAddress> to = contacts(people.to(), plan);
    List<EmailAddress> cc = contacts(people.cc(), plan);
    // Whoever gets it stays where the owner named her; whom she named nowhere, as in Bcc, is in To.
    if (!to.contains(plan.destination()) && !cc.contains(plan.destination())) {
      to.addFirst(plan.destination());
    }
    writeUnlessEmpty(out, "To", to);
    writeUnlessEmpty(out, "Cc", cc);
    thread(out, plan, primary);
    boolean unmarked = Traits.isUnmarked(head);
    if (unmarked) {
      out.write("Auto-Submitted", "auto-replied");
    }
    KeptFields kept = new KeptFields(out, content);
    keep(kept, field -> !(unmarked && field.is(FieldName.AUTO_SUBMITTED)), primary, reverse);
    kept.complete();
    passages.write(out, passages.of(head) + 1);
    return out.end();
  }

  /** What that header will say of the body, where that is sent as it is. */
  public Head ofBody(PrimaryAddress primary, ReverseNames reverse)
      throws IOException, HeaderTooLargeException {
    FieldWriter out = new FieldWriter();
    keep(
        new KeptFields(out, NewContent.NONE),
        field -> field.name().isOfContent() || field.is(FieldName.MIME_VERSION),
        primary,
        reverse);
    byte[] header = out.end();
    return HeaderReader.read(new ByteArrayInputStream(header), header.length);
  }

  private void keep(
      KeptFields kept, Predicate<HeaderField> which, PrimaryAddress primary, ReverseNames reverse) {
    for (HeaderField field : head.fields()) {
      if (KEPT.contains(field.key()) && which.test(field)) {
        kept.copy(field, value -> reverse.replacedInField(primary.replacedInField(value)));
      }
    }
  }

  private void thread(FieldWriter out, DeliveryPlan.Reply plan, PrimaryAddress primary) {
    List<String> ids =
        References.answered(head, plan.primary().domain(), primary.hosts().tell()).stream()
            .filter(id -> !primary.isIn(id))
            .toList();
    if (!ids.isEmpty()) {
      out.write("In-Reply-To", ids.getLast());
      out.write("References", String.join(" ", ids));
    }
  }

  /**
   * Contacts of this alias keep their place; whoever is none of them stays unnamed, and so does one
   * whom no header without SMTPUTF8 can name.
   */
  private static List<EmailAddress> contacts(List<Correspondent> all, DeliveryPlan.Reply plan) {
    return all.stream()
        .flatMap(one -> one.address().stream())
        .flatMap(reverse -> plan.contactOf(reverse).stream())
        .filter(EmailAddress::isAscii)
        .distinct()
        .collect(toCollection(ArrayList::new));
  }

  private static void writeUnlessEmpty(FieldWriter out, String name, List<EmailAddress> addresses) {
    if (!addresses.isEmpty()) {
      out.write(name, addresses.stream().map(EmailAddress::addrSpec).collect(joining(", ")));
    }
  }
}
