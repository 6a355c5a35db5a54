package org.aliasrelay.forward.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads address lists that are written as nearly all are: {@code Name <a@b>}, {@code "Name" <a@b>},
 * {@code a@b}, {@code a@b (Name)}, {@code a} and {@code nobody:;}, with commas between them. Of
 * anything else, such as another group or a quoted pair, it says that it is no plain list; that is
 * Mime4j's to read, which takes many times as long. Of a plain list it says what Mime4j says, but
 * where an at sign stands bare in a name, as in {@code a@b <a@b>}: there Mime4j finds no address;
 * and it reads no name in parentheses.
 */
final class PlainAddresses {
  /** Letters of an atom (RFC 5322, section 3.2.3) and dots; encoded words have question marks. */
  private static final boolean[] LOCAL = PlainType.lettersAnd("!#$%&'*+-/=^_`{|}~.");

  private static final boolean[] DOMAIN = PlainType.lettersAnd("-.");

  /** What follows is nobody's to write to, and would take forty times its length in memory. */
  static final int MOST = 500;

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
    while (at < text.length() && found.size() < MOST) {
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
    return readMailbox() || isEmptyGroup(start);
  }

  /** Such as {@code undisclosed-recipients:;}, which names nobody. */
  private boolean isEmptyGroup(int start) {
    at = start;
    while (at < text.length() && (isLocal(text.charAt(at)) || is(' '))) {
      at++;
    }
    boolean named = at > start && take(':');
    skipBlanks();
    return named && take(';');
  }

  private boolean readMailbox() {
    int start = at;
    if (skipAddress() || isWordAlone(start)) {
      int end = at;
      skipBlanks();
      if (at == text.length() || is(',') || is('(')) {
        Optional<String> name = comment();
        name.ifPresent(one -> found.add(Correspondent.plain(one, text.substring(start, end))));
        return name.isPresent();
      }
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

  /** Whether all that was skipped since is the only word of its mailbox. */
  private boolean isWordAlone(int start) {
    boolean isWord = at > start && text.charAt(at - 1) != '@';
    return isWord && (at == text.length() || is(','));
  }

  /**
   * The name behind an address, where it stood before there were names (RFC 5322, section 3.4);
   * empty without one, nothing if there is anything special in it.
   */
  private Optional<String> comment() {
    if (!take('(')) {
      return Optional.of("");
    }
    int start = at;
    while (at < text.length()
        && isVisible(text.charAt(at))
        && "()\\".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String comment = text.substring(start, at);
    return take(')') ? Optional.of(comment) : Optional.empty();
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

  /**
   * Skips words with one space between them, and blanks behind the last; says where that ends, or a
   * negative number.
   */
  private int skipPhrase() {
    int end = at;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '<') {
        return end;
      }
      if (c == '\t' || !isVisible(c) || "\"(),:;>".indexOf(c) >= 0) {
        return -1;
      }
      if (c != ' ') {
        if (at > end + 1) {
          return -1;
        }
        end = at + 1;
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

  private static boolean isLocal(char c) {
    return c < LOCAL.length && LOCAL[c];
  }

  private static boolean isDomain(char c) {
    return c < DOMAIN.length && DOMAIN[c];
  }
}
