package org.aliasrelay.forward.deliver;

/** Memory is full of other mail now; this one should come back later. */
public class NoRoomException extends Exception {
  private static final long serialVersionUID = 1L;

  NoRoomException() {
    super("no room for this mail now");
  }
}
