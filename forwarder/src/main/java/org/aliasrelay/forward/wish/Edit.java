package org.aliasrelay.forward.wish;

import java.util.Comparator;
import java.util.List;

/**
 * One change of a text; everything outside of it stays.
 *
 * @param from the first character that goes
 * @param to the first that stays again
 * @param instead what takes their place
 */
record Edit(int from, int to, String instead) {
  /** What is put in before something that goes comes first. */
  private static final Comparator<Edit> IN_ORDER =
      Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to);

  static Edit insert(int at, String text) {
    return new Edit(at, at, text);
  }

  boolean removes() {
    return to > from;
  }

  /**
   * The text with all of them made.
   *
   * @param edits that do not overlap
   */
  static String all(List<Edit> edits, String text) {
    StringBuilder out = new StringBuilder(text.length() + 256);
    int copied = 0;
    for (Edit edit : edits.stream().sorted(IN_ORDER).toList()) {
      out.append(text, copied, edit.from).append(edit.instead);
      copied = edit.to;
    }
    return out.append(text, copied, text.length()).toString();
  }
}
