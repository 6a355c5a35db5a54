package org.aliasrelay.forward.rewrite;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * Other people's addresses that end with the owner's, as {@code joanna@} ends with {@code anna@}.
 * In doubt it is the owner's: as in {@code invite-anna@….ics}, or behind a letter that may belong
 * to what encodes the text.
 */
final class Namesakes {
  /** What stands beside an address in a text, if anything does. */
  private static final String BORDERS = " \t\r\n<>\"'(),;:[]{}|*`";

  /** What may stand behind one, too: the rest of a link, and an entity of HTML. */
  private static final String ENDS = BORDERS + "&?/";

  /** Escape sequences that switch between charsets are shorter (ISO 2022). */
  private static final int LONGEST_ESCAPE = 8;

  private static final char ESCAPE = 0x1b;

  /** No text of a mail has it. */
  private static final char UNMARKED = Character.MAX_VALUE;

  /** RFC 5321, section 4.5.3.1.1. */
  private static final int LONGEST_LOCAL_PART = 64;

  /** So many are no honest text. */
  private static final int MOST = 100;

  private static final Pattern FOLDS = Pattern.compile(PrimaryAddress.FOLD);

  private final Set<String> met = new LinkedHashSet<>();

  /** What correspondents' addresses begin with that end with the owner's. */
  private final Beginnings beginnings = new Beginnings(UNMARKED);

  /**
   * @param correspondents of the owner, whose addresses stay however they stand
   */
  Namesakes(EmailAddress owner, Stream<EmailAddress> correspondents) {
    String end = owner.canonical();
    correspondents
        .map(EmailAddress::canonical)
        .filter(address -> address.endsWith(end) && !address.equals(end))
        .map(address -> address.substring(0, address.length() - end.length()))
        .forEach(beginnings::add);
  }

  /** Those that were asked about, without folding. */
  Set<String> met() {
    return Collections.unmodifiableSet(met);
  }

  /**
   * Whether what was found is only the end of an address. That one is of letters, digits and dots,
   * and begins and ends as an address in a text does.
   *
   * @param found the owner's address, with the at sign as the group {@code at}
   */
  boolean isOne(String text, MatchResult found) {
    return isOfCorrespondent(text, found.start()) || isOneByItself(text, found);
  }

  private boolean isOfCorrespondent(String text, int end) {
    // Not where its first letter is none, but of what a backslash or a percent sign begins.
    return beginnings.anyBefore(
        text, end, start -> start == 0 || "\\%".indexOf(text.charAt(start - 1)) < 0);
  }

  private boolean isOneByItself(String text, MatchResult found) {
    int start = startOfLocalPart(text, found.start());
    boolean longer =
        start < found.start()
            && isLetter(text.charAt(start))
            && isBorder(text, start - 1)
            && !isBehindEscape(text, start)
            && isEnd(text, found.end())
            && found.group("at").equals("@");
    return longer && remember(FOLDS.matcher(text.substring(start, found.end())).replaceAll(""));
  }

  private boolean remember(String namesake) {
    return met.contains(namesake) || (met.size() < MOST && met.add(namesake));
  }

  private static int startOfLocalPart(String text, int from) {
    int first = Math.max(0, from - LONGEST_LOCAL_PART);
    int start = from;
    while (start > first && isOfLocalPart(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isBorder(String text, int at) {
    return at < 0 || at >= text.length() || BORDERS.indexOf(text.charAt(at)) >= 0;
  }

  /**
   * Whether those letters and the border may be the end of an escape sequence, of ISO-2022-JP or of
   * a terminal, or of an octet in RTF.
   */
  private static boolean isBehindEscape(String text, int start) {
    String before = text.substring(Math.max(0, start - LONGEST_ESCAPE), start);
    return before.indexOf(ESCAPE) >= 0 || before.endsWith("\\'");
  }

  /** The end of a text, something behind an address, or of a sentence and then that. */
  private static boolean isEnd(String text, int at) {
    int end = at;
    while (end < text.length() && end < at + 3 && ".!".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end >= text.length() || text.charAt(end) > 0x7f || ENDS.indexOf(text.charAt(end)) >= 0;
  }

  private static boolean isOfLocalPart(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '.';
  }

  private static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }
}
