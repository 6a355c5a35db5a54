package org.aliasrelay.forward.rewrite;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
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
          "auto-submitted",
          "precedence",
          "importance",
          "priority",
          "x-priority",
          "x-auto-response-suppress");

  private final Head head;
  private final List<Correspondent> to;
  private final List<Correspondent> cc;

  /** Reads who is named in the header. */
  public ReplyRewrite(Head head) {
    this.head = head;
    this.to = Correspondent.in(head.all("To"));
    this.cc = Correspondent.in(head.all("Cc"));
  }

  /** The new header, with the empty line that ends it. */
  public byte[] header(DeliveryPlan.Reply plan, PrimaryAddress primary) {
    return header(plan, primary, "");
  }

  /**
   * The same for a body that was encoded anew.
   *
   * @param encoding of the body; empty if it is as it was
   */
  public byte[] header(DeliveryPlan.Reply plan, PrimaryAddress primary, String encoding) {
    FieldWriter out = new FieldWriter();
    out.write("From", plan.alias().value());
    out.write("To", contacts(to, plan, plan.destination().value()));
    String copies = contacts(cc, plan, "");
    if (!copies.isEmpty()) {
      out.write("Cc", copies);
    }
    thread(out, primary);
    KeptFields kept = new KeptFields(out);
    if (!encoding.isEmpty()) {
      out.write("Content-Transfer-Encoding", encoding);
      kept.written("content-transfer-encoding");
    }
    for (HeaderField field : head.fields()) {
      if (KEPT.contains(field.key()) || field.key().startsWith("content-")) {
        kept.copy(field, primary::replacedIn);
      }
    }
    return out.end();
  }

  private void thread(FieldWriter out, PrimaryAddress primary) {
    List<String> ids = References.answered(head).stream().filter(id -> !primary.isIn(id)).toList();
    if (!ids.isEmpty()) {
      out.write("In-Reply-To", ids.getLast());
      out.write("References", String.join(" ", ids));
    }
  }

  /** Contacts of this alias keep their place; whoever is none of them stays unnamed. */
  private static String contacts(
      List<Correspondent> all, DeliveryPlan.Reply plan, String whenNobody) {
    List<String> mailboxes =
        all.stream()
            .flatMap(one -> one.address().stream())
            .flatMap(reverse -> plan.contactOf(reverse).stream())
            .map(EmailAddress::value)
            .distinct()
            .toList();
    boolean listed =
        whenNobody.isEmpty()
            || mailboxes.stream()
                .map(mailbox -> mailbox.toLowerCase(Locale.ROOT))
                .anyMatch(whenNobody.toLowerCase(Locale.ROOT)::equals);
    return listed
        ? String.join(", ", mailboxes)
        : Stream.concat(Stream.of(whenNobody), mailboxes.stream())
            .reduce((a, b) -> a + ", " + b)
            .orElse(whenNobody);
  }
}
