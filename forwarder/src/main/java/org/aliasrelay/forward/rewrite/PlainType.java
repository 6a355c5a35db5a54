package org.aliasrelay.forward.rewrite;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A Content-Type that is written to the letter (RFC 2045, section 5.1), as nearly all are: without
 * comments, quoted pairs, blanks beside an equals sign, and no parameter twice. Anybody would read
 * it as the same.
 *
 * @param name in lower case
 * @param parameters names in lower case
 */
public record PlainType(String name, Map<String, String> parameters) {
  private static final boolean[] OF_NAME = lettersAnd("_!#$&^.+-");
  private static final boolean[] OF_PARAMETER = lettersAnd("_!#$&^.+*%'-");
  private static final boolean[] OF_TOKEN = lettersAnd("!#$%&'*+-.^_`{|}~");

  /** Takes over nothing: the map is copied. */
  public PlainType {
    parameters = Map.copyOf(parameters);
  }

  /** Reads it from a field's value; nothing if it is not that plain. */
  public static Optional<PlainType> of(String value) {
    return new Scanner(value).read();
  }

  private static final class Scanner {
    private final String text;
    private int at;

    Scanner(String text) {
      this.text = text;
    }

    Optional<PlainType> read() {
      skipBlanks();
      int start = at;
      boolean named = skip(OF_NAME) && take('/') && skip(OF_NAME);
      String name = text.substring(start, at).toLowerCase(Locale.ROOT);
      Map<String, String> parameters = new HashMap<>();
      boolean plain = named;
      while (plain && hasParameter()) {
        plain = readParameter(parameters);
      }
      return plain && at == text.length()
          ? Optional.of(new PlainType(name, parameters))
          : Optional.empty();
    }

    /** Whether there is another, behind a semicolon; the last may be followed by one. */
    private boolean hasParameter() {
      skipBlanks();
      if (!take(';')) {
        return false;
      }
      skipBlanks();
      return at < text.length();
    }

    private boolean readParameter(Map<String, String> parameters) {
      int start = at;
      if (!skip(OF_PARAMETER)) {
        return false;
      }
      String name = text.substring(start, at).toLowerCase(Locale.ROOT);
      if (!take('=')) {
        return false;
      }
      boolean quoted = take('"');
      int from = at;
      boolean valued = quoted ? skipQuoted() : skip(OF_TOKEN);
      return valued && parameters.put(name, text.substring(from, quoted ? at - 1 : at)) == null;
    }

    private boolean skipQuoted() {
      int end = text.indexOf('"', at);
      for (int i = at; i < end; i++) {
        if (text.charAt(i) == '\\' || text.charAt(i) < ' ' || text.charAt(i) == 0x7f) {
          return false;
        }
      }
      at = end + 1;
      return end >= 0;
    }

    private boolean skip(boolean[] letters) {
      int start = at;
      while (at < text.length() && text.charAt(at) < letters.length && letters[text.charAt(at)]) {
        at++;
      }
      return at > start;
    }

    private void skipBlanks() {
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
        at++;
      }
    }

    private boolean take(char c) {
      boolean there = at < text.length() && text.charAt(at) == c;
      at += there ? 1 : 0;
      return there;
    }
  }

  /** By the number of the character: letters, digits and these others. */
  static boolean[] lettersAnd(String others) {
    boolean[] among = new boolean[0x80];
    for (char c = 0; c < among.length; c++) {
      among[c] = Character.isLetterOrDigit(c) || others.indexOf(c) >= 0;
    }
    return among;
  }
}
