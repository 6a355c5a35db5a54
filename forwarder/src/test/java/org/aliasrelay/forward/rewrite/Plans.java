package org.aliasrelay.forward.rewrite;

import java.util.ArrayList;
import java.util.List;
import org.aliasrelay.alias.contract.BodyWishes;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.ReverseAlias;
import org.aliasrelay.ingest.contract.DmarcPolicy;
import org.aliasrelay.ingest.contract.Verdict;
import org.aliasrelay.ingest.contract.Verdicts;

/** Plans as alias-api would make them, with reverse aliases one can read. */
public final class Plans {
  public static final EmailAddress PRIMARY = EmailAddress.of("ada@mailbox.test");
  public static final EmailAddress ALIAS = EmailAddress.of("k7m2p9@relay.test");
  public static final Verdicts PASSED =
      new Verdicts(
          Verdict.PASS,
          Verdict.PASS,
          Verdict.PASS,
          Verdict.PASS,
          Verdict.PASS,
          DmarcPolicy.ABSENT,
          true);

  public static final Verdicts SUSPECT =
      new Verdicts(
          Verdict.FAIL,
          Verdict.PASS,
          Verdict.PASS,
          Verdict.FAIL,
          Verdict.FAIL,
          DmarcPolicy.QUARANTINE,
          false);

  /** Counts passages with a key that everybody knows. */
  public static final Passages PASSAGES = new Passages(new byte[32]);

  /** Of Ann, to whom the owner writes. */
  public static final ReverseNames REVERSE =
      new ReverseNames(
          List.of(
              new ReverseAlias(
                  EmailAddress.of("ann@shop.example"),
                  EmailAddress.of("to-ann-shop-example@relay.test"))));

  private Plans() {}

  /** A reverse alias for everyone named, except the alias itself. */
  public static DeliveryPlan.Forward forward(People people) {
    return forwardOf(
        List.of(people.fromAddresses(), people.replyToAddresses(), people.otherAddresses()));
  }

  /** The same for everyone a request names. */
  public static DeliveryPlan.Forward forward(DeliveryRequest request) {
    return forwardOf(List.of(request.from(), request.replyTo(), request.others()));
  }

  private static DeliveryPlan.Forward forwardOf(List<List<EmailAddress>> people) {
    return new DeliveryPlan.Forward(
        PRIMARY, ALIAS, reverseAliases(people), BodyWishes.NONE, "lane", false);
  }

  /** The first reverse alias in To is the one the owner wrote to. */
  public static DeliveryPlan.Reply reply(EmailAddress contact, ReverseAlias... others) {
    List<ReverseAlias> all = new ArrayList<>(List.of(others));
    all.add(new ReverseAlias(contact, reverse(contact)));
    return new DeliveryPlan.Reply(contact, ALIAS, PRIMARY, all, "lane");
  }

  private static List<ReverseAlias> reverseAliases(List<List<EmailAddress>> people) {
    return people.stream()
        .flatMap(List::stream)
        .distinct()
        .filter(address -> !address.equals(ALIAS))
        .map(address -> new ReverseAlias(address, reverse(address)))
        .toList();
  }

  public static EmailAddress reverse(EmailAddress contact) {
    String local = contact.canonical().replaceAll("[^a-z0-9]+", "-");
    return EmailAddress.of(
        "to-" + local.substring(0, Math.min(50, local.length())) + "@relay.test");
  }
}
