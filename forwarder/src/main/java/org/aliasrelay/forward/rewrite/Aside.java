package org.aliasrelay.forward.rewrite;

import java.util.List;

/**
 * What a multipart holds before its first part or behind its last, which no mail program shows (RFC
 * 2046, section 5.1.1).
 *
 * @param start in bytes from the start of the message's body
 * @param end where the line of a boundary begins, or the multipart ends
 * @param boundaries of the multipart and of those it lies in
 */
record Aside(int start, int end, List<String> boundaries) {

  /**
   * Whether somebody might take the line for one between parts: to some programs NUL is nothing and
   * a bare CR ends a line, and if those are dropped it may become one.
   */
  boolean mayDelimit(byte[] body, int line, int next) {
    return boundaries.stream().anyMatch(boundary -> mayDelimit(boundary, body, line, next));
  }

  private static boolean mayDelimit(String boundary, byte[] body, int line, int next) {
    int length = 2 + boundary.length();
    int joined = 0;
    int apart = 0;
    for (int i = line; i < next; i++) {
      if (body[i] == '\r') {
        apart = 0;
      } else if (body[i] != 0) {
        joined = matched(boundary, joined, body[i]);
        apart = matched(boundary, apart, body[i]);
      }
      if (joined == length || apart == length) {
        return true;
      }
    }
    return false;
  }

  /** How much of the delimiter is there with one more octet; negative once it is another. */
  private static int matched(String boundary, int before, byte octet) {
    if (before < 0) {
      return before;
    }
    char expected = before < 2 ? '-' : boundary.charAt(before - 2);
    return expected == (octet & 0xff) ? before + 1 : -1;
  }
}
