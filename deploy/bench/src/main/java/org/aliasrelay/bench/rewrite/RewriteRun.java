package org.aliasrelay.bench.rewrite;

import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aliasrelay.bench.corpus.Corpus;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs both ways over each corpus, and prints them side by side. */
public final class RewriteRun {
  private static final double MEGABYTE = 1_000_000;

  /** What ./relay gives the forwarder. */
  private static final String[] FORWARDERS_HEAP = {
    "-Xms48m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:NewSize=24m", "-XX:SurvivorRatio=4"
  };

  private RewriteRun() {}

  /** Measures with these corpora. */
  public static void run(List<String> corpora, PrintStream out)
      throws IOException, RunnerException {
    var options =
        new OptionsBuilder()
            .include(RewriteBenchmark.class.getName())
            .param("corpus", corpora.toArray(String[]::new))
            .forks(1)
            .jvmArgsAppend(FORWARDERS_HEAP)
            .warmupIterations(4)
            .warmupTime(TimeValue.seconds(2))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(2))
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    Map<String, Result<?>> operations = new HashMap<>();
    for (RunResult result : new Runner(options).run()) {
      Result<?> primary = result.getPrimaryResult();
      String corpus = result.getParams().getParam("corpus");
      operations.put(corpus + " " + primary.getLabel(), primary);
    }
    out.printf(
        "%-16s %8s %6s %10s %14s %14s %8s%n",
        "corpus", "messages", "unread", "mean size", "relay MB/s", "Mime4j MB/s", "ratio");
    for (String corpus : corpora) {
      print(corpus, operations, out);
    }
  }

  private static void print(String corpus, Map<String, Result<?>> operations, PrintStream out)
      throws IOException {
    CommonMessages readable = CommonMessages.of(Corpus.open(corpus));
    Result<?> ours = operations.get(corpus + " splice");
    Result<?> theirs = operations.get(corpus + " dom");
    if (ours == null || theirs == null) {
      throw new IllegalStateException("JMH measured something else");
    }
    double megabytes = readable.bytes() / MEGABYTE;
    out.printf(
        "%-16s %8d %6d %10d %8.0f ±%4.0f %8.0f ±%4.0f %7.1fx%n",
        corpus.contains("/") ? "folder" : corpus,
        readable.messages().size(),
        readable.leftOut(),
        readable.bytes() / readable.messages().size(),
        ours.getScore() * megabytes,
        ours.getScoreError() * megabytes,
        theirs.getScore() * megabytes,
        theirs.getScoreError() * megabytes,
        ours.getScore() / theirs.getScore());
  }
}
