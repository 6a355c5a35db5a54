package org.aliasrelay.alias.buckets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A bucket for each of many, in memory. One that is forgotten is full again, which is what it would
 * be by itself after a while.
 */
public final class Buckets<K> {
  private final Bucket bucket;
  private final Duration longestWait;
  private final Cache<K, Instant> paidUntil;

  /**
   * @param longestWait a turn that is further off is none
   * @param atMost how many are remembered
   */
  public Buckets(Bucket bucket, Duration longestWait, long atMost) {
    this.bucket = bucket;
    this.longestWait = longestWait;
    this.paidUntil = Caffeine.newBuilder().maximumSize(atMost).build();
  }

  /** Takes the next turn, unless it would be too far off: then it takes none. */
  public Optional<Instant> take(K whose, Instant now) {
    Taken taken = new Taken();
    var _ =
        paidUntil
            .asMap()
            .compute(
                whose,
                (key, known) -> {
                  Instant paid = known == null ? now : known;
                  Instant next = bucket.turn(paid, now);
                  if (next.isAfter(now.plus(longestWait))) {
                    return paid;
                  }
                  taken.at = Optional.of(next);
                  return bucket.take(paid, now);
                });
    return taken.at;
  }

  private static final class Taken {
    private Optional<Instant> at = Optional.empty();
  }
}
