package org.aliasrelay.forward.look;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.ReverseAlias;
import org.aliasrelay.forward.rewrite.PrimaryAddress;

/**
 * The owner's address, which nobody may find, beside others whose addresses may hold its letters:
 * contacts, and whom the exact reading met.
 */
final class Sought {
  private static final Pattern NOBODY = Pattern.compile("(?!)");

  private final PrimaryAddress primary;

  /** In lower case; quick to look for. */
  private final String domain;

  /** Such as {@code emili@…} where the owner is {@code li@…}. */
  private final Pattern others;

  private final boolean known;

  private Sought(PrimaryAddress primary, String domain, Pattern others, boolean known) {
    this.primary = primary;
    this.domain = domain;
    this.others = others;
    this.known = known;
  }

  /** After the owner's traces were removed: {@code primary} knows then whom it met. */
  static Sought of(DeliveryPlan.Reply plan, PrimaryAddress primary) {
    Stream<String> contacts =
        Stream.concat(
                Stream.of(plan.destination()),
                plan.reverseAliases().stream().map(ReverseAlias::contact))
            .filter(contact -> !contact.equals(plan.primary()))
            .map(EmailAddress::value)
            .filter(primary::isSpeltIn);
    String others =
        Stream.concat(contacts, primary.namesakes().stream())
            .map(PrimaryAddress::spellings)
            .reduce((a, b) -> a + "|" + b)
            .orElse("");
    return new Sought(
        primary,
        plan.primary().domain().toLowerCase(Locale.ROOT),
        others.isEmpty() ? NOBODY : Pattern.compile(others, Pattern.CASE_INSENSITIVE),
        plan.destination().equals(plan.primary()));
  }

  /** Whether the owner writes to nobody else. */
  boolean isKnown() {
    return known;
  }

  boolean isIn(String text) {
    return text.toLowerCase(Locale.ROOT).contains(domain)
        && primary.isSpeltIn(text)
        && primary.isSpeltIn(others.matcher(text).replaceAll(" "));
  }
}
