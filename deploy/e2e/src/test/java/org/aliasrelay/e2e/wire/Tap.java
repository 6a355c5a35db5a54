package org.aliasrelay.e2e.wire;

/** Decides what passes a wire. It is asked on the thread of a connection, and may hold it up. */
public interface Tap {
  /** Whether such an operation passes at all now; if not, its connection is closed. */
  boolean isOpen(Operation operation);

  /** One operation begins. */
  Exchange begin(Operation operation);

  /** One operation, from its request to its answer. */
  interface Exchange {
    /** Whether the request is passed on; if not, the connection is closed. */
    boolean mayPass();

    /** Whether the answer, which is there, is delivered; if not, the connection is closed. */
    boolean mayAnswer();

    /** The answer was delivered. */
    void answered();
  }
}
