package org.aliasrelay.local.ses;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Lets one after the other do what would take too much memory if all did it at once. */
final class Turns {
  private final Deque<Promise<Void>> waiting = new ArrayDeque<>();
  private boolean taken;

  /** Completes when it is the caller's turn; {@link #end} must follow. */
  synchronized Future<Void> take() {
    if (!taken) {
      taken = true;
      return Future.succeededFuture();
    }
    Promise<Void> turn = Promise.promise();
    waiting.addLast(turn);
    return turn.future();
  }

  void end() {
    next().ifPresent(Promise::complete);
  }

  private synchronized Optional<Promise<Void>> next() {
    Promise<Void> next = waiting.pollFirst();
    taken = next != null;
    return Optional.ofNullable(next);
  }
}
