package org.aliasrelay.bench;

import java.util.List;
import org.aliasrelay.bench.corpus.Corpus;
import org.aliasrelay.bench.rewrite.RewriteRun;

/** What {@code ./relay bench} does. */
public final class Bench {
  private Bench() {}

  /** Runs what the arguments ask for. */
  public static void main(String[] args) throws Exception {
    List<String> corpora = args.length > 1 ? List.of(args[1]) : Corpus.NAMES;
    RewriteRun.run(corpora, System.out);
  }
}
