package org.aliasrelay.bench.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * How long the mail of others takes while somebody floods one alias as fast as the door takes mail,
 * beside how long it takes without.
 */
public final class FloodRun {
  private static final int WARM_UP = 1_000;
  private static final double QUIET_PER_SECOND = 2;

  /** Some seconds' worth. */
  private static final int QUIET_AT_ONCE = 10;

  private static final int QUIET_BEFORE = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Aws aws;
  private final Journal journal;
  private final Load flood;
  private final Load quiet;
  private final Load warmUp;
  private final PrintStream out;

  private FloodRun(Aws aws, Journal journal, String door, List<String> aliases, PrintStream out) {
    this.aws = aws;
    this.journal = journal;
    this.flood = new Load(door, aliases.subList(0, 1));
    // The next alias is the same owner's, the last one another's.
    this.quiet = new Load(door, List.of(aliases.get(1), aliases.getLast()));
    this.warmUp = new Load(door, aliases.subList(2, aliases.size() - 1));
    this.out = out;
  }

  /** Floods with so many mails. */
  public static void run(int mails, PrintStream out) throws IOException, InterruptedException {
    out.println("Starting a stack with the usual shares");
    try (BenchStack stack = BenchStack.startUsual();
        Aws aws = Aws.of(stack.address("aws"))) {
      Http http = new Http();
      List<String> aliases = new Owners(http, stack).signUp();
      new FloodRun(aws, new Journal(http, stack), stack.address("smtp"), aliases, out).run(mails);
    }
  }

  private void run(int mails) throws IOException, InterruptedException {
    var _ = warmUp.send(WARM_UP);
    aws.awaitEmpty(StackRun.QUEUES);
    journal.clear();
    Map<String, Instant> before = quiet.send(QUIET_BEFORE, QUIET_PER_SECOND);
    out.printf("One alias is flooded with %d mails%n", mails);
    Instant start = Instant.now();
    CompletableFuture<Void> flooding =
        CompletableFuture.runAsync(this.floodWith(mails), task -> Thread.ofPlatform().start(task));
    Map<String, Instant> during = new HashMap<>();
    while (!flooding.isDone()) {
      during.putAll(quiet.send(QUIET_AT_ONCE, QUIET_PER_SECOND));
    }
    flooding.join();
    double seconds = Duration.between(start, Instant.now()).toNanos() / 1e9;
    out.printf("          the door took it at %.1f mails/s%n", mails / seconds);
    List<Journal.Sent> sends = awaitSent(during);
    out.printf("others    before      %s%n", Latencies.of(before, sends));
    out.printf("          meanwhile   %s%n", Latencies.of(during, sends));
  }

  private Runnable floodWith(int mails) {
    return () -> {
      try {
        var _ = flood.send(mails);
      } catch (InterruptedException e) {
        throw new CompletionException(e);
      }
    };
  }

  /** What waits of the flood, for an hour perhaps, is not waited for. */
  private List<Journal.Sent> awaitSent(Map<String, Instant> mails)
      throws IOException, InterruptedException {
    List<Journal.Sent> sends = journal.sends();
    Instant end = Instant.now().plus(PATIENCE);
    while (Latencies.of(mails, sends).count() < mails.size()) {
      if (Instant.now().isAfter(end)) {
        throw new IOException("mail of others was not sent within " + PATIENCE);
      }
      Thread.sleep(Duration.ofSeconds(1));
      sends = journal.sends();
    }
    return sends;
  }
}
