package org.aliasrelay.forward.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads address lists that are written as nearly all are: {@code Name <a@b>}, {@code "Name" <a@b>}
 * and {@code a@b}, with commas between them. Of anything else, such as a comment, a group or a
 * quoted pair, it says that it is no plain list; that is Mime4j's to read, which takes many times
 * as long. Of a plain list it says what Mime4j says.
 */
final class PlainAddresses {
  private final String text;
  private final List<Correspondent> found = new ArrayList<>();
  private int at;

  private PlainAddresses(String text) {
    this.text = text;
  }

  /** Everyone in the list; nothing if it is no plain list. */
  static Optional<List<Correspondent>> in(String fieldValue) {
    PlainAddresses list = new PlainAddresses(fieldValue);
    return list.readAll() ? Optional.of(list.found) : Optional.empty();
  }

  private boolean readAll() {
    skipBlanks();
    while (at < text.length()) {
      if (!is(',')) {
        if (!readOne()) {
          return false;
        }
        skipBlanks();
      }
      if (at < text.length() && !take(',')) {
        return false;
      }
      skipBlanks();
    }
    return true;
  }

  private boolean readOne() {
    int start = at;
    if (skipAddress()) {
      found.add(Correspondent.plain("", text.substring(start, at)));
      return true;
    }
    at = start;
    int nameStart = is('"') ? at + 1 : at;
    int nameEnd = is('"') ? skipQuoted() : skipPhrase();
    skipBlanks();
    int open = at;
    if (nameEnd < 0 || !take('<') || !skipAddress() || !take('>')) {
      return false;
    }
    found.add(
        Correspondent.plain(text.substring(nameStart, nameEnd), text.substring(open + 1, at - 1)));
    return true;
  }

  /** Whether there is one; then it was skipped. */
  private boolean skipAddress() {
    int start = at;
    while (at < text.length() && isLocal(text.charAt(at))) {
      at++;
    }
    if (at == start || !take('@')) {
      return false;
    }
    int domain = at;
    while (at < text.length() && isDomain(text.charAt(at))) {
      at++;
    }
    return at > domain;
  }

  /** Skips a name in quotes; says where it ends, or a negative number. */
  private int skipQuoted() {
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        return at++;
      }
      if (c == '\\' || !isVisible(c)) {
        return -1;
      }
    }
    return -1;
  }

  /** Skips words with one space between them; says where the last ends, or a negative number. */
  private int skipPhrase() {
    int end = at;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '<') {
        return end;
      }
      if (c == '\t' || !isVisible(c) || "\"(),:@".indexOf(c) >= 0) {
        return -1;
      }
      if (c != ' ') {
        end = at + 1;
      } else if (at > end) {
        return -1;
      }
    }
    return -1;
  }

  private void skipBlanks() {
    while (at < text.length() && (is(' ') || is('\t'))) {
      at++;
    }
  }

  private boolean take(char c) {
    boolean there = is(c);
    at += there ? 1 : 0;
    return there;
  }

  private boolean is(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  /** No control, nor half a character, for which Mime4j has its own ways. */
  private static boolean isVisible(char c) {
    return c >= ' ' && c != 0x7f && !Character.isSurrogate(c);
  }

  /** Letters of an atom (RFC 5322, section 3.2.3) and dots; encoded words have question marks. */
  private static boolean isLocal(char c) {
    return isLetterOrDigit(c) || (c > ' ' && c < 0x7f && "!#$%&'*+-/=^_`{|}~.".indexOf(c) >= 0);
  }

  private static boolean isDomain(char c) {
    return isLetterOrDigit(c) || c == '-' || c == '.';
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }
}
