package org.aliasrelay.forward.rewrite;

import java.util.function.UnaryOperator;

/** Encoded words in a header as it stands, those together with nothing but white space between. */
final class WordRuns {
  private final String text;
  private final WordEnds ends;

  private WordRuns(String text) {
    this.text = text;
    this.ends = new WordEnds(text);
  }

  /** The same with what they say changed; a run that says nothing else keeps every octet. */
  static String changed(String text, UnaryOperator<String> change) {
    return text.contains("=?") ? new WordRuns(text).changed(change) : text;
  }

  private String changed(UnaryOperator<String> change) {
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    int start = text.indexOf("=?");
    while (start >= 0) {
      int end = endOfRun(start);
      if (end < 0) {
        start = text.indexOf("=?", start + 2);
        continue;
      }
      String said = EncodedWords.decode(text.substring(start, end));
      String changed = change.apply(said);
      // A word in an unknown charset stays as it is, and would be encoded once more.
      if (!changed.equals(said) && !said.contains("=?")) {
        out.append(text, copied, start).append(EncodedWords.encode(changed).replace(" ", "\r\n "));
        copied = end;
      }
      start = text.indexOf("=?", end);
    }
    return out.append(text, copied, text.length()).toString();
  }

  /** Negative where there is none. */
  private int endOfRun(int start) {
    int end = ends.behind(start);
    int next = end;
    while (next >= 0) {
      end = next;
      int word = behindWhiteSpace(end);
      next = text.startsWith("=?", word) ? ends.behind(word) : -1;
    }
    return end;
  }

  private int behindWhiteSpace(int from) {
    int i = from;
    while (i < text.length() && " \t\r\n".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }
}
