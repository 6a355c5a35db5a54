package org.aliasrelay.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for.
 *
 * @param rewrite whether rewriting is measured
 * @param stack whether a stack is measured
 * @param flood whether one is flooded
 * @param corpora what is rewritten
 * @param mails how many are drained, or flood an alias
 */
record Arguments(boolean rewrite, boolean stack, boolean flood, List<String> corpora, int mails) {
  private static final int MAILS = 20_000;

  /** Copies the list. */
  Arguments {
    corpora = List.copyOf(corpora);
  }

  /**
   * @throws IllegalArgumentException with what is wrong
   */
  static Arguments read(List<String> words, List<String> corpora) {
    Arguments asked = new Arguments(true, true, true, corpora, MAILS);
    Deque<String> left = new ArrayDeque<>(words);
    while (!left.isEmpty()) {
      asked = asked.with(left.removeFirst(), left);
    }
    return asked;
  }

  private Arguments with(String word, Deque<String> left) {
    return switch (word) {
      case "rewrite" -> new Arguments(true, false, false, corpora, mails);
      case "stack" -> new Arguments(false, true, false, corpora, mails);
      case "flood" -> new Arguments(false, false, true, corpora, mails);
      case "--corpus" -> new Arguments(rewrite, stack, flood, List.of(value(word, left)), mails);
      case "--mails" -> new Arguments(rewrite, stack, flood, corpora, number(word, left));
      default -> throw new IllegalArgumentException("bench knows no \"" + word + "\"");
    };
  }

  private static String value(String word, Deque<String> left) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException(word + " wants a value");
    }
    return left.removeFirst();
  }

  private static int number(String word, Deque<String> left) {
    try {
      return Integer.parseInt(value(word, left));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(word + " wants a number", e);
    }
  }
}
