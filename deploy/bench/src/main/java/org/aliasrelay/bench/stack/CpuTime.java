package org.aliasrelay.bench.stack;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * User and system time that each part has used so far, as the system counts it.
 *
 * @param parts by name; PostgreSQL is one
 */
record CpuTime(Map<String, Duration> parts) {
  private static final String DATABASE = "PostgreSQL";

  static CpuTime now(BenchStack stack) {
    Map<String, Duration> parts = new LinkedHashMap<>();
    Stream.concat(BenchStack.SERVICES.stream(), Stream.of(BenchStack.CLOUD))
        .forEach(part -> parts.put(part, of(stack.process(part))));
    parts.put(
        DATABASE, stack.database().stream().map(CpuTime::of).reduce(Duration.ZERO, Duration::plus));
    return new CpuTime(parts);
  }

  private static Duration of(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Milliseconds for each of so many mails since then. */
  Map<String, Double> perMailSince(CpuTime then, int mails) {
    Map<String, Double> millis = new TreeMap<>();
    parts.forEach(
        (part, used) -> {
          Duration before = then.parts.getOrDefault(part, Duration.ZERO);
          millis.put(part, used.minus(before).toNanos() / 1e6 / mails);
        });
    return millis;
  }
}
