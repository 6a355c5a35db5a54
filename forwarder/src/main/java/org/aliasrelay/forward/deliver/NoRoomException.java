package org.aliasrelay.forward.deliver;

/** Memory is full of other mail now; this one should come back later. */
public class NoRoomException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long needed;

  NoRoomException(long needed) {
    super("no room for this mail now");
    this.needed = needed;
  }

  /** The bytes that it needs in all, as far as is known. */
  long needed() {
    return needed;
  }
}
