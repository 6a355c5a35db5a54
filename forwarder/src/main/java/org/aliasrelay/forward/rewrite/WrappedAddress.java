package org.aliasrelay.forward.rewrite;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * The owner's address in the local part of another, where a server changed the order of its parts
 * or its at sign: the domain first, as SRS has it for mail that is forwarded ({@code
 * SRS0=hash=day=mailbox.test=ada@fwd.example}), or an underscore, as Azure names the guests of a
 * company ({@code ada_mailbox.test#EXT#@corp.example}).
 */
final class WrappedAddress {
  private static final String EQUALS = PrimaryAddress.spelt("=", "");
  private static final String UNDERSCORE = PrimaryAddress.spelt("_", "");
  private static final String EXTERNAL =
      PrimaryAddress.spelt("#", "") + "EXT" + PrimaryAddress.spelt("#", "");

  /** What an octet in hexadecimal begins with. */
  private static final String MARKS = "%=+-";

  /** So many are no honest text. */
  private static final int MOST = 100;

  private final Pattern pattern;
  private final EmailAddress alias;

  /** Those of others that end alike, each with the letter before it. */
  private final Set<String> others = new HashSet<>();

  /**
   * @param local pattern of the local part
   * @param domain pattern of the domain
   */
  WrappedAddress(String local, String domain, EmailAddress alias) {
    this.alias = alias;
    String rewritten =
        "%s(?<equals>%s)%s(?=%s)".formatted(domain, EQUALS, local, PrimaryAddress.AT);
    String guest = "%s(?<underscore>%s)%s(?=%s)".formatted(local, UNDERSCORE, domain, EXTERNAL);
    this.pattern = Pattern.compile(rewritten + "|" + guest, PrimaryAddress.FLAGS);
  }

  /** Whether it is in a text, and not as the end of another's. */
  boolean isIn(String text) {
    return pattern.matcher(new MeteredText(text)).results().anyMatch(found -> isOwn(text, found));
  }

  /**
   * Whether its letters are in a text whose lines may have been joined, but for those of others
   * that were met before.
   */
  boolean isAnywhereIn(String text) {
    return pattern
        .matcher(new MeteredText(text))
        .results()
        .anyMatch(found -> !others.contains(withLetterBefore(text, found)));
  }

  private static String withLetterBefore(String text, MatchResult found) {
    return text.substring(Math.max(0, found.start() - 1), found.end()).toLowerCase(Locale.ROOT);
  }

  /** The text with the alias wrapped up in its place. */
  String replacedIn(String text) {
    return pattern
        .matcher(new MeteredText(text))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(isOwn(text, found) ? aliasFor(found) : found.group()));
  }

  private String aliasFor(MatchResult found) {
    String equals = found.group("equals");
    return equals == null
        ? alias.localPart() + found.group("underscore") + alias.domain()
        : alias.domain() + equals + alias.localPart();
  }

  private boolean isOwn(String text, MatchResult found) {
    if (isApart(text, found.start())) {
      return true;
    }
    if (others.size() < MOST) {
      others.add(withLetterBefore(text, found));
    }
    return false;
  }

  /** Whether no letter before it belongs to it; an octet may end there. */
  private static boolean isApart(String text, int start) {
    return start == 0
        || !isOfName(text.charAt(start - 1))
        || (start > 2
            && MARKS.indexOf(text.charAt(start - 3)) >= 0
            && Character.digit(text.charAt(start - 2), 16) >= 0
            && Character.digit(text.charAt(start - 1), 16) >= 0);
  }

  private static boolean isOfName(char c) {
    return (c < 0x80 && Character.isLetterOrDigit(c)) || c == '.' || c == '-';
  }
}
