package org.aliasrelay.forward.look;

import java.util.ArrayList;
import java.util.List;

/** Bytes of a message, from one place up to another. */
record Stretch(int from, int to) {

  /** What is left of so many bytes without those, which are in their order. */
  static List<Stretch> between(List<Stretch> left, int length) {
    List<Stretch> rest = new ArrayList<>();
    int from = 0;
    for (Stretch out : left) {
      rest.add(new Stretch(from, out.from()));
      from = out.to();
    }
    rest.add(new Stretch(from, length));
    return rest;
  }
}
