package org.aliasrelay.forward.deliver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Remembers so many of what may be forgotten, those used last. For several threads. */
final class Recent<K, V> {
  private static final int INITIAL_SIZE = 16;
  private static final float LOAD = 0.75f;

  private final Map<K, V> values;

  Recent(int most) {
    this.values =
        new LinkedHashMap<>(INITIAL_SIZE, LOAD, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** Puts it beside what is there, and returns what is there then. */
  synchronized V merge(K key, V value, BiFunction<V, V, V> both) {
    V before = values.get(key);
    V after = before == null ? value : both.apply(before, value);
    values.put(key, after);
    return after;
  }

  synchronized @Nullable V remove(K key) {
    return values.remove(key);
  }
}
