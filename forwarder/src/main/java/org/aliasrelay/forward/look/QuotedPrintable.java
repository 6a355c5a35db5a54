package org.aliasrelay.forward.look;

/** Quoted-printable (RFC 2045, section 6.7); what is none stays as it is. */
final class QuotedPrintable implements Reading {
  /** After an equals sign, and perhaps a digit. */
  private enum State {
    TEXT,
    EQUALS,
    BLANK,
    DIGIT
  }

  private State state = State.TEXT;
  private int digit;

  @Override
  public void read(byte[] message, int from, int to, Window window) {
    for (int i = from; i < to; i++) {
      int octet = message[i] & 0xff;
      if (state == State.TEXT && octet != '=') {
        window.add(octet);
      } else {
        state = next(octet, window);
      }
    }
  }

  private State next(int octet, Window window) {
    return switch (state) {
      case TEXT -> text(octet, window);
      case EQUALS -> afterEquals(octet, window);
      case BLANK -> afterBlank(octet, window);
      case DIGIT -> afterDigit(octet, window);
    };
  }

  private static State text(int octet, Window window) {
    if (octet == '=') {
      return State.EQUALS;
    }
    window.add(octet);
    return State.TEXT;
  }

  private State afterEquals(int octet, Window window) {
    if (Character.digit(octet, 16) >= 0) {
      digit = octet;
      return State.DIGIT;
    }
    return afterBlank(octet, window);
  }

  /** White space may follow where a line is soft. */
  private static State afterBlank(int octet, Window window) {
    if (octet == ' ' || octet == '\t') {
      return State.BLANK;
    }
    if (octet != '\r' && octet != '\n') {
      window.add('=');
    }
    return text(octet, window);
  }

  private State afterDigit(int octet, Window window) {
    int second = Character.digit(octet, 16);
    if (second >= 0) {
      window.add(16 * Character.digit(digit, 16) + second);
      return State.TEXT;
    }
    window.add('=');
    window.add(digit);
    return text(octet, window);
  }
}
