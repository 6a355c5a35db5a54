package org.aliasrelay.forward.look;

/**
 * Lines as {@code uuencode} writes them (POSIX): how many octets, then four characters for three.
 */
final class Uuencode implements Reading {
  private boolean atStart = true;

  /** How many octets are still to come in this line. */
  private int left;

  private int bits;
  private int characters;

  @Override
  public void read(byte[] message, int from, int to, Window window) {
    for (int i = from; i < to; i++) {
      byte octet = message[i];
      if (octet == '\n') {
        atStart = true;
      } else if (octet >= ' ' && octet <= '`') {
        add((octet - ' ') & 0x3f, window);
      } else if (octet != '\r') {
        // Nothing that it writes: the line is another's.
        atStart = false;
        left = 0;
      }
    }
  }

  private void add(int value, Window window) {
    if (atStart) {
      atStart = false;
      left = value;
      characters = 0;
    } else if (left > 0) {
      bits = (bits << 6) | value;
      if (characters > 0) {
        window.add((bits >> (6 - 2 * characters)) & 0xff);
        left--;
      }
      characters = (characters + 1) % 4;
    }
  }
}
