package org.aliasrelay.bench.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aliasrelay.testkit.CorpusFolder;

/** Messages, with CRLF at the end of every line, as SES delivers them. */
public final class Corpus {
  private static final long SEED = 20_261_124;
  private static final int KIB = 1024;

  private Corpus() {}

  /** What is measured on its own when no folder is given. */
  public static final List<String> NAMES =
      List.of("text-4k", "newsletter-60k", "attachment-1m", "mixture");

  /**
   * A corpus of our own by its name, or that of a folder by its path.
   *
   * @throws IOException if there is no message
   */
  public static List<byte[]> open(String name) throws IOException {
    Letters letters = new Letters(SEED);
    return switch (name) {
      case "text-4k" -> many(100, letters, Corpus::small);
      case "newsletter-60k" -> many(20, letters, made -> made.newsletter(60 * KIB));
      case "attachment-1m" -> many(4, letters, made -> made.attachment(KIB * KIB));
      case "mixture" -> mixture(letters);
      default -> read(Path.of(name));
    };
  }

  /** Most mail is small, and most bytes are in the little that is not. */
  private static List<byte[]> mixture(Letters letters) {
    List<byte[]> all = new ArrayList<>();
    all.addAll(many(80, letters, Corpus::small));
    all.addAll(many(19, letters, made -> made.newsletter(60 * KIB)));
    all.addAll(many(1, letters, made -> made.attachment(KIB * KIB)));
    return all;
  }

  private static byte[] small(Letters letters) {
    return letters.text(4 * KIB);
  }

  private interface Kind {
    byte[] make(Letters letters);
  }

  private static List<byte[]> many(int count, Letters letters, Kind kind) {
    return IntStream.range(0, count).mapToObj(_ -> kind.make(letters)).toList();
  }

  private static List<byte[]> read(Path folder) throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (Path file : CorpusFolder.files(folder)) {
      CorpusFolder.in(folder, file).stream().map(CorpusFolder.Message::withCrlf).forEach(all::add);
    }
    if (all.isEmpty()) {
      throw new IOException("no messages in " + folder);
    }
    return all;
  }
}
