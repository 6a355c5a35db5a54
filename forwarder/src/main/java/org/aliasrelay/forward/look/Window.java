package org.aliasrelay.forward.look;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * What a reading makes of a message goes by here, and is looked at piece by piece. Lines are joined
 * without the white space at their ends, and controls are left out: so headers and calendars are
 * unfolded, flowed text is one line (RFC 3676), and UTF-16 is ASCII where it can be.
 */
final class Window {
  private static final int LENGTH = 32 * 1024;

  /** Seen twice: longer than an address, even where it is made of encoded words. */
  private static final int OVERLAP = 4 * 1024;

  private final Sought sought;
  private byte[] text = new byte[1024];
  private int length;
  private boolean blank;
  private boolean lineEnded;
  private boolean shown;

  Window(Sought sought) {
    this.sought = sought;
  }

  /** One more. */
  void add(int octet) {
    if (octet > ' ' && octet != 0x7f) {
      if (blank) {
        put((byte) ' ');
        blank = false;
      }
      lineEnded = false;
      put((byte) octet);
    } else if (octet == '\n' || octet == '\r') {
      lineEnded = true;
      blank = false;
    } else if (octet == ' ' || octet == '\t') {
      blank = !lineEnded;
    }
  }

  private void put(byte octet) {
    if (length == LENGTH) {
      look();
      System.arraycopy(text, LENGTH - OVERLAP, text, 0, OVERLAP);
      length = OVERLAP;
    } else if (length == text.length) {
      text = Arrays.copyOf(text, Math.min(LENGTH, 2 * length));
    }
    text[length++] = octet;
  }

  private void look() {
    if (!shown) {
      String piece = new String(text, 0, length, ISO_8859_1);
      shown = Texts.any(piece, sought::isIn);
    }
  }

  /** Whether the address was in what went by. */
  boolean hasShown() {
    look();
    return shown;
  }
}
