package org.aliasrelay.bench;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.aliasrelay.bench.corpus.Corpus;
import org.aliasrelay.bench.rewrite.RewriteRun;
import org.aliasrelay.bench.stack.FloodRun;
import org.aliasrelay.bench.stack.StackRun;

/** What {@code ./relay bench} does. */
public final class Bench {
  private Bench() {}

  /** Runs what the arguments ask for. */
  public static void main(String[] words) throws Exception {
    PrintStream out = System.out;
    Arguments asked;
    try {
      asked = Arguments.read(List.of(words), Corpus.NAMES);
    } catch (IllegalArgumentException e) {
      System.err.println("relay: " + e.getMessage());
      System.exit(2);
      return;
    }
    out.printf(
        "%s, %d processors, %s %s, JDK %s%n",
        LocalDate.now(ZoneOffset.UTC),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version());
    if (asked.rewrite()) {
      RewriteRun.run(asked.corpora(), out);
    }
    if (asked.stack()) {
      StackRun.run(asked.mails(), out);
    }
    if (asked.flood()) {
      FloodRun.run(asked.mails(), out);
    }
  }
}
