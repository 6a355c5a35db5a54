package org.aliasrelay.e2e.wire;

import java.io.IOException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Passes PostgreSQL's protocol on, one round trip at a time. */
public final class PostgresProxy implements AutoCloseable {
  private final Listener listener;

  /**
   * In front of that port.
   *
   * @param change what becomes of the text of each statement that is prepared
   */
  public PostgresProxy(int target, Tap tap, Supplier<UnaryOperator<String>> change)
      throws IOException {
    this.listener = Listener.on(client -> PostgresSession.serve(client, target, tap, change.get()));
  }

  /** Where it listens. */
  public int port() {
    return listener.port();
  }

  @Override
  public void close() {
    listener.close();
  }
}
