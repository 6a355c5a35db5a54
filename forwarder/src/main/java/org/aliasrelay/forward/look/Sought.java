package org.aliasrelay.forward.look;

import java.util.List;
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

  /** Each spelling in lower case; quick to look for. */
  private final List<String> domains;

  /** Such as {@code emili@…} where the owner is {@code li@…}. */
  private final Pattern others;

  private final boolean known;

  private Sought(PrimaryAddress primary, List<String> domains, Pattern others, boolean known) {
    this.primary = primary;
    this.domains = domains;
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
        PrimaryAddress.spellingsOfDomain(plan.primary().domain()).stream()
            .map(domain -> domain.toLowerCase(Locale.ROOT))
            .distinct()
            .toList(),
        others.isEmpty() ? NOBODY : Pattern.compile(others, Pattern.CASE_INSENSITIVE),
        plan.destination().equals(plan.primary()));
  }

  /** Whether the owner writes to nobody else. */
  boolean isKnown() {
    return known;
  }

  boolean isIn(String text) {
    return domains.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains)
        && primary.isSpeltIn(text)
        && primary.isSpeltIn(others.matcher(text).replaceAll(" "));
  }
}
