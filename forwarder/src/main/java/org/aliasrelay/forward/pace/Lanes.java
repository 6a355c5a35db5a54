package org.aliasrelay.forward.pace;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who waits for a turn, by lane. Turns go round the lanes, so that one who waits alone in a lane is
 * at most one round away, however many wait in another. Not safe for threads; its user locks.
 *
 * @param <T> who waits
 */
final class Lanes<T> {
  /** In the order of turns: the lane that had the last turn stands last. */
  private final LinkedHashMap<String, ArrayDeque<T>> waiting = new LinkedHashMap<>();

  void add(String lane, T who) {
    waiting.computeIfAbsent(lane, _ -> new ArrayDeque<>()).addLast(who);
  }

  int waitingIn(String lane) {
    ArrayDeque<T> queue = waiting.get(lane);
    return queue == null ? 0 : queue.size();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Takes the one whose turn it is. */
  Optional<T> next() {
    Map.Entry<String, ArrayDeque<T>> first = waiting.pollFirstEntry();
    if (first == null) {
      return Optional.empty();
    }
    T who = first.getValue().removeFirst();
    if (!first.getValue().isEmpty()) {
      waiting.putLast(first.getKey(), first.getValue());
    }
    return Optional.of(who);
  }

  /** Takes out one who waits no longer. */
  void remove(String lane, T who) {
    ArrayDeque<T> queue = waiting.get(lane);
    if (queue != null) {
      queue.remove(who);
      if (queue.isEmpty()) {
        waiting.remove(lane);
      }
    }
  }
}
