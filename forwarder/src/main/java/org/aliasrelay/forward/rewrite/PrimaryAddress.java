package org.aliasrelay.forward.rewrite;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * Finds the owner's address in what the owner wrote, and puts the alias in its place: in any letter
 * case, and with the at sign as HTML, URIs, reports (RFC 3461, section 4) and bounce addresses
 * write it.
 */
public final class PrimaryAddress {
  private static final String AT =
      "(?<at>@|%40|\\+40|=(?:40)?|&#0{0,6}64;|&#[xX]0{0,6}40;|&commat;)";

  /** Where calendars and address books fold a line (RFC 5545, section 3.1). */
  private static final String FOLD = "(?:\\r?\\n[ \\t])?";

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private final Pattern plain;
  private final Pattern folded;
  private final String replacement;

  /** Looks for {@code primary}. */
  public PrimaryAddress(EmailAddress primary, EmailAddress alias) {
    String local = primary.localPart();
    String domain = primary.domain();
    this.plain = Pattern.compile(Pattern.quote(local) + AT + Pattern.quote(domain), FLAGS);
    this.folded = Pattern.compile(folded(local) + AT + FOLD + folded(domain), FLAGS);
    this.replacement =
        Matcher.quoteReplacement(alias.localPart())
            + "${at}"
            + Matcher.quoteReplacement(alias.domain());
  }

  private static String folded(String text) {
    StringBuilder pattern = new StringBuilder();
    text.codePoints()
        .forEach(c -> pattern.append(Pattern.quote(Character.toString(c))).append(FOLD));
    return pattern.toString();
  }

  /** Whether the text holds it. */
  public boolean isIn(String text) {
    return plain.matcher(text).find();
  }

  String replacedIn(String text) {
    return plain.matcher(text).replaceAll(replacement);
  }

  /** The same for text whose lines are folded anywhere. */
  boolean isInFolded(String text) {
    return folded.matcher(text).find();
  }

  String replacedInFolded(String text) {
    return folded.matcher(text).replaceAll(replacement);
  }

  /**
   * In a header field as it will be read: encoded words (RFC 2047) are decoded, and what is
   * invisible is gone. A field that does not hold it stays as it is.
   */
  String replacedInField(String value) {
    String seen = Words.withoutControls(EncodedWords.decode(value));
    return replacedIn(isIn(seen) ? seen : value);
  }
}
