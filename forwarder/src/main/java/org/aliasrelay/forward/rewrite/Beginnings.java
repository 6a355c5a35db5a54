package org.aliasrelay.forward.rewrite;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * What others' addresses begin with that end with the owner's, all looked for at once: a tree that
 * is read backwards from where the owner's begins. However many there are, a look takes no more
 * steps than the longest of them has letters.
 */
public final class Beginnings {
  private static final class Node {
    private final Map<Character, Node> before = new HashMap<>();
    private boolean whole;
  }

  private final Node all = new Node();
  private final char mark;

  /**
   * @param mark may stand once between any two letters of a text, and means nothing there
   */
  public Beginnings(char mark) {
    this.mark = mark;
  }

  /** One more; letter case does not count. */
  public void add(String beginning) {
    Node node = all;
    for (int i = beginning.length() - 1; i >= 0; i--) {
      char c = Character.toLowerCase(beginning.charAt(i));
      if (c != mark) {
        node = node.before.computeIfAbsent(c, _ -> new Node());
      }
    }
    node.whole = true;
  }

  /** Whether one of them stands right before that place. */
  public boolean anyBefore(String text, int at) {
    return anyBefore(text, at, _ -> true);
  }

  /** The same, where it may begin at some places only. */
  boolean anyBefore(String text, int at, IntPredicate mayBegin) {
    Node node = all;
    int i = at;
    while (node != null) {
      if (node.whole && mayBegin.test(i)) {
        return true;
      }
      if (i > 0 && text.charAt(i - 1) == mark) {
        i--;
      }
      if (i == 0) {
        return false;
      }
      i--;
      node = node.before.get(Character.toLowerCase(text.charAt(i)));
    }
    return false;
  }
}
