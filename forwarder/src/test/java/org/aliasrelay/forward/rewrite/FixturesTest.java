package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.aliasrelay.alias.contract.BodyWishes;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.forward.tracker.Trackers;
import org.aliasrelay.forward.wish.Wishes;
import org.aliasrelay.ingest.contract.Verdicts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code name_incoming.eml} becomes its {@code name_expected.eml}, byte for byte; the README
 * beside them says why each exists. {@code -Drelay.fixtures.write=true} writes the expectations
 * anew, for a person to read the difference.
 */
class FixturesTest {
  private static final Path FOLDER = Path.of("src/test/resources/mail");
  private static final BodyWishes ALL_WISHES = new BodyWishes(true, true, "de");
  private static final Trackers TRACKERS = new Trackers(Optional::empty);

  static Stream<String> names() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("_incoming.eml"))
          .map(name -> name.replace("_incoming.eml", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void rewritesAsExpected(String name) throws Exception {
    byte[] incoming = Files.readAllBytes(FOLDER.resolve(name + "_incoming.eml"));
    Path expected = FOLDER.resolve(name + "_expected.eml");
    byte[] outgoing =
        name.startsWith("reply")
            ? reply(incoming)
            : forward(
                incoming,
                name.startsWith("suspect") ? Plans.SUSPECT : Plans.PASSED,
                name.startsWith("wish") ? ALL_WISHES : BodyWishes.NONE);
    if (Boolean.getBoolean("relay.fixtures.write")) {
      Files.write(expected, outgoing);
    }
    assertThat(new String(outgoing, ISO_8859_1))
        .isEqualTo(new String(Files.readAllBytes(expected), ISO_8859_1));
  }

  private static byte[] forward(byte[] message, Verdicts verdicts, BodyWishes wishes)
      throws Exception {
    var in = new ByteArrayInputStream(message);
    Head head = HeaderReader.read(in);
    byte[] body = join(head.bodyStart(), in.readAllBytes());
    if (Wishes.any(wishes)) {
      body = new Wishes(wishes, Plans.ALIAS, TRACKERS.list()).fulfil(head, body).bytes();
    }
    BodyRepair sendable = BodyRepair.of(head, body);
    byte[] header =
        new ForwardRewrite(head, People.in(head), Plans.PASSAGES)
            .header(Plans.forward(People.in(head)), verdicts, sendable.content());
    return join(header, sendable.body());
  }

  private static byte[] reply(byte[] message) throws Exception {
    var in = new ByteArrayInputStream(message);
    Head head = HeaderReader.read(in);
    var plan = Plans.reply(EmailAddress.of("ann@shop.example"));
    var primary = PrimaryAddress.of(plan);
    byte[] body = join(head.bodyStart(), in.readAllBytes());
    byte[] header =
        new ReplyRewrite(head, People.in(head), Plans.PASSAGES)
            .header(plan, primary, Plans.REVERSE, NewContent.NONE);
    return switch (ReplyBody.without(primary, Plans.REVERSE, head, body)) {
      case ReplyBody.Clean(byte[] clean) -> join(header, clean);
      case ReplyBody.Revealing() -> "refused: it would reveal the owner\r\n".getBytes(ISO_8859_1);
      case ReplyBody.Unsendable(var reason) -> throw new IllegalStateException(reason.name());
    };
  }

  private static byte[] join(byte[]... pieces) {
    return Arrays.stream(pieces)
        .map(piece -> new String(piece, ISO_8859_1))
        .reduce("", String::concat)
        .getBytes(ISO_8859_1);
  }
}
