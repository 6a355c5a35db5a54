package org.aliasrelay.forward.look;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts something else in place of what begins with a certain character; quick where that is rare.
 */
final class Replacing {
  private Replacing() {}

  /**
   * @param first the character each match begins with
   */
  static String each(
      char first, Pattern pattern, String text, Function<MatchResult, String> replacement) {
    int at = text.indexOf(first);
    if (at < 0) {
      return text;
    }
    StringBuilder replaced = new StringBuilder(text.length());
    Matcher matcher = pattern.matcher(text);
    int done = 0;
    for (; at >= 0; at = text.indexOf(first, Math.max(done, at + 1))) {
      if (matcher.region(at, text.length()).lookingAt()) {
        replaced.append(text, done, at).append(replacement.apply(matcher));
        done = matcher.end();
      }
    }
    return replaced.append(text, done, text.length()).toString();
  }
}
