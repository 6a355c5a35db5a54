package org.aliasrelay.bench.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * From the 250 of SMTP to the journal, in ascending order.
 *
 * @param millis of each mail
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares these.
record Latencies(double[] millis) {
  /**
   * Of the mails that are in both.
   *
   * @param taken when the door took each, by SES's id
   */
  static Latencies of(Map<String, Instant> taken, List<Journal.Sent> sends) {
    double[] millis =
        sends.stream()
            .filter(sent -> taken.containsKey(sent.mail()))
            .mapToDouble(
                sent ->
                    Duration.between(taken.getOrDefault(sent.mail(), sent.at()), sent.at())
                            .toNanos()
                        / 1e6)
            .toArray();
    Arrays.sort(millis);
    return new Latencies(millis);
  }

  int count() {
    return millis.length;
  }

  /** The latency that this share of the mails does not exceed. */
  double at(double share) {
    return millis.length == 0
        ? Double.NaN
        : millis[Math.min(millis.length - 1, (int) (millis.length * share))];
  }

  @Override
  public String toString() {
    return String.format(
        "p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms of %d mails",
        at(0.5), at(0.9), at(0.99), at(1), count());
  }
}
