package org.aliasrelay.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.aliasrelay.bench.corpus.Letters;

/** Hands mail in over SMTP, each to the next alias in turn. */
final class Load {
  private static final int SIZE = 4096;

  /** So many senders write to each alias again and again. */
  private static final int SENDERS = 20;

  private static final int CONNECTIONS = 8;

  private static final double AS_FAST_AS_POSSIBLE = Double.POSITIVE_INFINITY;

  private final String door;
  private final List<String> aliases;
  private final List<byte[]> letters;

  Load(String door, List<String> aliases) {
    this.door = door;
    this.aliases = List.copyOf(aliases);
    Letters made = new Letters(1);
    this.letters = IntStream.range(0, 100).mapToObj(_ -> made.text(SIZE)).toList();
  }

  /** As fast as the door takes them. */
  Map<String, Instant> send(int mails) throws InterruptedException {
    return send(mails, AS_FAST_AS_POSSIBLE);
  }

  /**
   * At a fixed rate, whatever becomes of the mails before.
   *
   * @return when the door took each, by SES's id
   */
  Map<String, Instant> send(int mails, double perSecond) throws InterruptedException {
    Map<String, Instant> taken = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    try (var connections = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<?>> all =
          IntStream.range(0, CONNECTIONS)
              .<Future<?>>mapToObj(
                  _ -> connections.submit(() -> sendNext(next, mails, start, perSecond, taken)))
              .toList();
      for (Future<?> one : all) {
        Futures.await(one);
      }
    }
    return taken;
  }

  private void sendNext(
      AtomicInteger next, int mails, long start, double perSecond, Map<String, Instant> taken) {
    try (Smtp connection = new Smtp(door)) {
      for (int i = next.getAndIncrement(); i < mails; i = next.getAndIncrement()) {
        long due = start + (long) (i / perSecond * 1e9);
        for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
          LockSupport.parkNanos(early);
        }
        String sender = "orders@shop" + i / aliases.size() % SENDERS + ".example";
        String alias = aliases.get(i % aliases.size());
        byte[] letter = Letters.to(alias, letters.get(i % letters.size()));
        taken.put(connection.send(sender, alias, letter), Instant.now());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
