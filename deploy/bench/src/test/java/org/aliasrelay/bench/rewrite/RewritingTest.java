package org.aliasrelay.bench.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aliasrelay.bench.corpus.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is measured is what the forwarder does. */
class RewritingTest {
  private static final Path FIXTURES =
      Path.of(System.getProperty("relay.root"), "forwarder/src/test/resources/mail");
  static final List<String> CORPORA = Corpus.NAMES;

  static Stream<String> forwarded() throws IOException {
    try (var files = Files.list(FIXTURES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("_incoming.eml"))
          // The others are replies, or have an owner with wishes, or verdicts that failed.
          .filter(name -> !name.matches("(reply|wish|suspect).*"))
          .map(name -> name.replace("_incoming.eml", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("forwarded")
  void measuresWhatTheForwardersFixturesExpect(String name) throws Exception {
    byte[] incoming = Files.readAllBytes(FIXTURES.resolve(name + "_incoming.eml"));

    byte[] rewritten = Rewriting.of(incoming).rewritten();

    assertThat(new String(rewritten, ISO_8859_1))
        .isEqualTo(Files.readString(FIXTURES.resolve(name + "_expected.eml"), ISO_8859_1));
  }

  @ParameterizedTest
  @FieldSource("CORPORA")
  void bothWaysReadEveryMessageOfOurs(String corpus) throws Exception {
    assertThat(CommonMessages.of(Corpus.open(corpus)).leftOut()).isZero();
  }

  @Test
  void ourMessagesAreTheSameEveryTime() throws Exception {
    assertThat(Corpus.open("mixture"))
        .usingElementComparator(java.util.Arrays::compare)
        .isEqualTo(Corpus.open("mixture"));
  }
}
