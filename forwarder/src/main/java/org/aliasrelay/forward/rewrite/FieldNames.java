package org.aliasrelay.forward.rewrite;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Some names of fields. Those that the rules mention take a bit each, as most do. */
final class FieldNames {
  /** A few more than the rules mention. */
  private static final int ROOM = 128;

  private final BitSet mentioned = new BitSet(ROOM);
  private Set<String> others = Set.of();
  private boolean oneOfUris;

  /** Whether it was not among them yet. */
  boolean add(FieldName name) {
    if (!name.isMentioned()) {
      return addOther(name.key());
    }
    boolean isNew = !mentioned.get(name.number());
    mentioned.set(name.number());
    oneOfUris |= name.isOfUris();
    return isNew;
  }

  private boolean addOther(String key) {
    if (others.isEmpty()) {
      others = new HashSet<>();
    }
    return others.add(key);
  }

  /** Whether the value of one of them is a list of URIs. */
  boolean haveOneOfUris() {
    return oneOfUris;
  }

  /** Whether it is among them; of a name that the rules mention. */
  boolean contain(FieldName name) {
    return mentioned.get(name.number());
  }
}
