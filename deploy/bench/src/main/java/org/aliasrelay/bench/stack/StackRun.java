package org.aliasrelay.bench.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Drain, CPU time, latency, and the local cloud's ceiling, one after the other on one stack. */
public final class StackRun {
  private static final String INGEST = "mail-ingest";
  static final List<String> QUEUES =
      List.of(
          "inbound-mail",
          "accepted-mail",
          "yielding-mail",
          "mail-events",
          "delivery-events",
          "alias-activity",
          "relay-events");
  private static final int LATENCY_SECONDS = 75;
  private static final int LATENCY_WARM_UP_SECONDS = 15;

  private final BenchStack stack;
  private final Aws aws;
  private final Journal journal;
  private final Load load;
  private final PrintStream out;

  private StackRun(BenchStack stack, Aws aws, Http http, List<String> aliases, PrintStream out) {
    this.stack = stack;
    this.aws = aws;
    this.journal = new Journal(http, stack);
    this.load = new Load(stack.address("smtp"), aliases);
    this.out = out;
  }

  /** Measures with so many mails in the queue. */
  public static void run(int mails, PrintStream out) throws IOException, InterruptedException {
    out.println("Starting a stack");
    try (BenchStack stack = BenchStack.startGenerous();
        Aws aws = Aws.of(stack.address("aws"))) {
      Http http = new Http();
      StackRun run = new StackRun(stack, aws, http, new Owners(http, stack).signUp(), out);
      run.warmUp(Math.max(500, mails / 4));
      double rate = run.drain(mails);
      run.latency(rate / 2);
      run.ceiling(Math.max(500, mails / 4), rate);
    }
  }

  private void warmUp(int mails) throws InterruptedException {
    out.printf("Warming up with %d mails%n", mails);
    var _ = load.send(mails);
    aws.awaitEmpty(QUEUES);
  }

  private double drain(int mails) throws IOException, InterruptedException {
    journal.clear();
    out.printf("Filling the queue with %d mails while mail-ingest stands still%n", mails);
    stack.pause(INGEST);
    long filling = System.nanoTime();
    try {
      var _ = load.send(mails);
    } finally {
      stack.resume(INGEST);
    }
    Instant start = Instant.now();
    double fillRate = mails / ((System.nanoTime() - filling) / 1e9);
    CpuTime before = CpuTime.now(stack);
    aws.awaitEmpty(QUEUES);
    Map<String, Double> cpu = CpuTime.now(stack).perMailSince(before, mails);
    List<Journal.Sent> sends = journal.sends();
    double seconds = seconds(start, sends.getLast().at());
    double rate = sends.size() / seconds;
    out.printf("drain     %d mails in the journal, %.1f mails/s%n", sends.size(), rate);
    out.printf("          the door took them at %.1f mails/s before%n", fillRate);
    double services =
        BenchStack.SERVICES.stream().mapToDouble(part -> cpu.getOrDefault(part, 0.0)).sum();
    out.printf("CPU       %.2f ms a mail in the four services%n", services);
    cpu.forEach((part, millis) -> out.printf("          %-12s %6.2f ms%n", part, millis));
    return rate;
  }

  private void latency(double perSecond) throws IOException, InterruptedException {
    journal.clear();
    int mails = (int) (perSecond * LATENCY_SECONDS);
    out.printf("Sending %.1f mails/s for %d s%n", perSecond, LATENCY_SECONDS);
    Instant start = Instant.now();
    Map<String, Instant> taken = load.send(mails, perSecond);
    double achieved = mails / seconds(start, Instant.now());
    aws.awaitEmpty(QUEUES);
    Instant warm = start.plusSeconds(LATENCY_WARM_UP_SECONDS);
    taken.values().removeIf(moment -> !moment.isAfter(warm));
    out.printf("latency   %s at %.1f/s%n", Latencies.of(taken, journal.sends()), achieved);
  }

  private void ceiling(int mails, double rate) throws InterruptedException {
    stack.endServices();
    Ceiling ceiling = new Ceiling(aws);
    var _ = load.send(mails / 2);
    var _ = ceiling.drain();
    var _ = load.send(mails);
    double most = ceiling.drain();
    out.printf(
        "ceiling   %.1f mails/s by a plain client; the relay drained at %.0f %% of that%n",
        most, 100 * rate / most);
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }
}
