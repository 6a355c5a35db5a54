package org.aliasrelay.bench.rewrite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aliasrelay.bench.corpus.Corpus;
import org.aliasrelay.forward.rewrite.HeaderTooLargeException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One operation is the whole corpus once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RewriteBenchmark {
  /** A name that {@link Corpus} knows, or a folder. */
  @Param("mixture")
  public String corpus = "";

  private List<byte[]> messages = List.of();
  private List<Rewriting> rewritings = List.of();

  /** Keeps what both can read: Mime4j's DOM gives up on some. */
  @Setup
  public void open() throws IOException {
    messages = CommonMessages.of(Corpus.open(corpus)).messages();
    List<Rewriting> prepared = new ArrayList<>();
    for (byte[] message : messages) {
      prepared.add(prepare(message));
    }
    rewritings = prepared;
  }

  private static Rewriting prepare(byte[] message) throws IOException {
    try {
      return Rewriting.of(message);
    } catch (HeaderTooLargeException e) {
      throw new IOException(e);
    }
  }

  /** The forwarder's way. */
  @Benchmark
  public void splice(Blackhole hole) throws IOException, HeaderTooLargeException {
    for (Rewriting rewriting : rewritings) {
      hole.consume(rewriting.rewritten());
    }
  }

  /** Mime4j's way. */
  @Benchmark
  public void dom(Blackhole hole) throws IOException {
    for (byte[] message : messages) {
      hole.consume(DomRewriting.rewritten(message));
    }
  }
}
