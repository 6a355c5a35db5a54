package org.aliasrelay.forward.look;

import java.util.ArrayList;
import java.util.List;

/** One way to take the octets of a message, in a single pass over them. */
interface Reading {
  /** Reads on, from one place up to another, and adds what it makes of that. */
  void read(byte[] message, int from, int to, Window window);

  /** A fresh one of each. */
  static List<Reading> all() {
    List<Reading> all = new ArrayList<>();
    all.add(Reading::asItIs);
    all.add(new QuotedPrintable());
    all.add(new Uuencode());
    all.addAll(Base64Runs.all());
    return all;
  }

  private static void asItIs(byte[] message, int from, int to, Window window) {
    for (int i = from; i < to; i++) {
      window.add(message[i] & 0xff);
    }
  }
}
