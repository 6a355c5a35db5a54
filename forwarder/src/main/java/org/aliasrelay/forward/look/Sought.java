package org.aliasrelay.forward.look;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.forward.rewrite.Beginnings;
import org.aliasrelay.forward.rewrite.PrimaryAddress;
import org.aliasrelay.forward.rewrite.ReverseNames;

/**
 * The owner's address, which nobody may find, beside others whose addresses may hold its letters:
 * contacts, and whom the exact reading met.
 */
final class Sought {
  /** What is left of the end of a line in quoted-printable where lines are joined. */
  private static final char MARK = '=';

  /** Addresses that go on behind the letters of the owner's are rare. */
  private static final int MOST_ENDINGS = 20;

  private final PrimaryAddress primary;

  /** The longest word of each spelling of the domain, in lower case; quick to look for. */
  private final List<String> words;

  /**
   * Such as {@code emili@…} where the owner is {@code li@…}: what they have before the letters of
   * the owner's, by what they have behind them.
   */
  private final Map<String, Beginnings> others = new HashMap<>();

  /** Local parts of contacts that are the owner's but for a detail, in lower case. */
  private final Set<String> detailed = new HashSet<>();

  private final boolean known;

  private Sought(PrimaryAddress primary, List<String> words, boolean known) {
    this.primary = primary;
    this.words = words;
    this.known = known;
  }

  /** After the owner's traces were removed: {@code primary} knows then whom it met. */
  static Sought of(DeliveryPlan.Reply plan, PrimaryAddress primary) {
    Sought sought =
        new Sought(
            primary,
            PrimaryAddress.spellingsOfDomain(plan.primary().domain()).stream()
                .map(domain -> longestWord(domain.toLowerCase(Locale.ROOT)))
                .distinct()
                .toList(),
            plan.destination().equals(plan.primary()));
    Stream<String> contacts =
        PrimaryAddress.correspondents(plan)
            .filter(contact -> !contact.equals(plan.primary()))
            .map(EmailAddress::canonical);
    Stream.concat(contacts, primary.namesakes().stream()).forEach(sought::spare);
    return sought;
  }

  /** What programs write in no other way, as they do dots and hyphens. */
  private static String longestWord(String domain) {
    return Stream.of(domain.split("[^\\p{L}\\p{Nd}]+"))
        .max(Comparator.comparingInt(String::length))
        .orElse(domain);
  }

  private void spare(String other) {
    primary.spelt(other).findFirst().ifPresent(found -> spare(other, found));
  }

  private void spare(String other, MatchResult found) {
    if (found.group().equals(other)) {
      int at = other.lastIndexOf('@');
      ReverseNames.ways(other.substring(0, at))
          .map(local -> local.toLowerCase(Locale.ROOT))
          .forEach(detailed::add);
    } else {
      spare(other.substring(0, found.start()), other.substring(found.end()));
    }
  }

  private void spare(String beginning, String ending) {
    if (others.containsKey(ending) || others.size() < MOST_ENDINGS) {
      Beginnings beginnings = others.computeIfAbsent(ending, _ -> new Beginnings(MARK));
      ReverseNames.ways(beginning).forEach(beginnings::add);
    }
  }

  /** Whether the owner writes to nobody else. */
  boolean isKnown() {
    return known;
  }

  boolean isIn(String text) {
    return words.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains)
        && (primary.isWrappedIn(text)
            || primary.spelt(text).anyMatch(found -> !isOfAnother(text, found)));
  }

  private boolean isOfAnother(String text, MatchResult found) {
    String local = text.substring(found.start(), found.start("at"));
    return detailed.contains(local.toLowerCase(Locale.ROOT))
        || others.entrySet().stream()
            .anyMatch(
                other ->
                    goesOn(text, found.end(), other.getKey())
                        && other.getValue().anyBefore(text, found.start()));
  }

  private static boolean goesOn(String text, int from, String ending) {
    int at = from;
    for (int i = 0; i < ending.length(); i++) {
      if (at < text.length() && text.charAt(at) == MARK) {
        at++;
      }
      if (!text.regionMatches(true, at, ending, i, 1)) {
        return false;
      }
      at++;
    }
    return true;
  }
}
