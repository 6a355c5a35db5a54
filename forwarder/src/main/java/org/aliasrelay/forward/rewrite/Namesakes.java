package org.aliasrelay.forward.rewrite;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Other people's addresses that end with the owner's, as {@code joanna@} ends with {@code anna@}.
 * In doubt it is the owner's: as in {@code invite-anna@….ics}, or behind a letter that may belong
 * to what encodes the text.
 */
final class Namesakes {
  /** What stands beside an address in a text, if anything does. */
  private static final String BORDERS = " \t\r\n<>\"'(),;:[]";

  /** RFC 5321, section 4.5.3.1.1. */
  private static final int LONGEST_LOCAL_PART = 64;

  /** So many are no honest text. */
  private static final int MOST = 100;

  private static final Pattern FOLDS = Pattern.compile(PrimaryAddress.FOLD);

  private final Set<String> met = new LinkedHashSet<>();

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
    int start = startOfLocalPart(text, found.start());
    boolean longer =
        start < found.start()
            && isLetter(text.charAt(start))
            && isBorder(text, start - 1)
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

  /** A border, or the end of a sentence and then a border. */
  private static boolean isEnd(String text, int at) {
    boolean ended = !isBorder(text, at) && ".?!".indexOf(text.charAt(at)) >= 0;
    return isBorder(text, ended ? at + 1 : at);
  }

  private static boolean isOfLocalPart(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '.';
  }

  private static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }
}
