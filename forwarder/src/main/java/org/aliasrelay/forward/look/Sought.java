package org.aliasrelay.forward.look;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.ReverseAlias;
import org.aliasrelay.forward.rewrite.PrimaryAddress;

/**
 * The owner's address, which nobody may find, beside contacts whose addresses may hold its letters.
 */
final class Sought {
  private static final Pattern NOBODY = Pattern.compile("(?!)");

  private final PrimaryAddress primary;

  /** In lower case; quick to look for. */
  private final String domain;

  /** {@code emili@…} where the owner is {@code li@…}. */
  private final Pattern contacts;

  private final boolean known;

  private Sought(PrimaryAddress primary, String domain, Pattern contacts, boolean known) {
    this.primary = primary;
    this.domain = domain;
    this.contacts = contacts;
    this.known = known;
  }

  static Sought of(DeliveryPlan.Reply plan, PrimaryAddress primary) {
    String contacts =
        Stream.concat(
                Stream.of(plan.destination()),
                plan.reverseAliases().stream().map(ReverseAlias::contact))
            .filter(contact -> !contact.equals(plan.primary()))
            .map(EmailAddress::value)
            .filter(primary::isIn)
            .map(Pattern::quote)
            .reduce((a, b) -> a + "|" + b)
            .orElse("");
    return new Sought(
        primary,
        plan.primary().domain().toLowerCase(Locale.ROOT),
        contacts.isEmpty() ? NOBODY : Pattern.compile(contacts, Pattern.CASE_INSENSITIVE),
        plan.destination().equals(plan.primary()));
  }

  /** Whether the owner writes to nobody else. */
  boolean isKnown() {
    return known;
  }

  boolean isIn(String text) {
    return text.toLowerCase(Locale.ROOT).contains(domain)
        && primary.isIn(text)
        && primary.isIn(contacts.matcher(text).replaceAll(" "));
  }
}
