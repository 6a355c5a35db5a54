package org.aliasrelay.queue;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Messages that were put back because they waited in vain, and for how long: twice as long each
 * time. SQS keeps no count for a copy, so this is remembered here, for the latest few: one that is
 * forgotten, or goes to another instance, begins anew. Counted as {@code relay.queue.put-back}.
 */
@Singleton
class Returns {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 1_000;

  private final MeterRegistry meters;
  private final Map<String, Duration> last =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Duration> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  Returns(MeterRegistry meters) {
    this.meters = meters;
  }

  /** For how long this one is put back. */
  Duration next(HeldMessage held) {
    synchronized (last) {
      Duration before = last.get(name(held));
      Duration delay = before == null ? FIRST : before.multipliedBy(2);
      return delay.compareTo(Postponing.LONGEST_STEP) < 0 ? delay : Postponing.LONGEST_STEP;
    }
  }

  /** It was put back for so long. */
  void remember(HeldMessage held, Duration delay) {
    meters.counter("relay.queue.put-back", "queue", held.queueName()).increment();
    synchronized (last) {
      last.remove(name(held));
      last.put(name(held), delay);
    }
  }

  private static String name(HeldMessage held) {
    return Digests.sha256(held.message().body());
  }
}
