package org.aliasrelay.alias.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BucketProperties {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

  /** In any time, no more turns than the burst and what is made up for meanwhile. */
  @Property
  void givesNoMoreTurnsThanItsShare(
      @ForAll @IntRange(min = 1, max = 20) int burst,
      @ForAll @IntRange(min = 1, max = 5000) int everyMillis,
      @ForAll @Size(max = 100) List<@IntRange(max = 10_000) Integer> gaps) {
    Bucket bucket = new Bucket(burst, Duration.ofMillis(everyMillis));
    List<Instant> turns = turns(bucket, gaps);

    for (int i = 0; i < turns.size(); i++) {
      for (int j = i; j < turns.size(); j++) {
        long millis = Duration.between(turns.get(i), turns.get(j)).toMillis();
        assertThat((long) (j - i + 1)).isLessThanOrEqualTo(burst + millis / everyMillis + 1);
      }
    }
  }

  @Property
  void neverGivesATurnInThePastNorOutOfOrder(
      @ForAll @IntRange(min = 1, max = 20) int burst,
      @ForAll @Size(max = 100) List<@IntRange(max = 10_000) Integer> gaps) {
    List<Instant> turns = turns(new Bucket(burst, Duration.ofMillis(700)), gaps);
    Instant now = START;
    for (int i = 0; i < gaps.size(); i++) {
      now = now.plusMillis(gaps.get(i));
      assertThat(turns.get(i)).isAfterOrEqualTo(now);
    }
    assertThat(turns).isSorted();
  }

  @Property
  void givesAWholeBurstAtOnce(@ForAll @IntRange(min = 1, max = 50) int burst) {
    Bucket bucket = new Bucket(burst, Duration.ofSeconds(2));
    List<Integer> atOnce = new ArrayList<>();
    for (int i = 0; i < burst + 1; i++) {
      atOnce.add(0);
    }
    List<Instant> turns = turns(bucket, atOnce);

    assertThat(turns.subList(0, burst)).containsOnly(START);
    assertThat(turns.getLast()).isEqualTo(START.plusSeconds(2));
  }

  private static List<Instant> turns(Bucket bucket, List<Integer> gaps) {
    List<Instant> turns = new ArrayList<>();
    Instant paid = START;
    Instant now = START;
    for (int gap : gaps) {
      now = now.plusMillis(gap);
      turns.add(bucket.turn(paid, now));
      paid = bucket.take(paid, now);
    }
    return turns;
  }
}
