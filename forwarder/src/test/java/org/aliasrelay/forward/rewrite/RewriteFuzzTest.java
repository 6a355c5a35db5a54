package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aliasrelay.forward.deliver.Composing;
import org.aliasrelay.forward.deliver.Composing.Composed;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold for any bytes whatever. In an ordinary build the seeds run: the fixtures, and what
 * lies in {@code RewriteFuzzTestInputs}, hand-made or once found. {@code JAZZER_FUZZ=1} looks for
 * more.
 */
class RewriteFuzzTest {
  private static final Set<String> IN_A_REPLY =
      Set.of(Plans.ALIAS.value(), Composing.CONTACT.value());
  private static final Pattern SEALED =
      Pattern.compile("(?i)multipart/signed|multipart/encrypted|pkcs7-mime|message/");

  /** Another's address that ends like the owner's, in small letters. */
  private static final Pattern NAMESAKE =
      Pattern.compile(
          "(?<![^\\s<>\"'(),;:\\[\\]])[a-z][a-z0-9.]{0,63}" + Pattern.quote(Plans.PRIMARY.value()));

  static Stream<byte[]> fixtures() throws IOException {
    try (var files = Files.list(Path.of("src/test/resources/mail"))) {
      return files
          .filter(file -> file.toString().endsWith("_incoming.eml"))
          .map(RewriteFuzzTest::read)
          .toList()
          .stream();
    }
  }

  @MethodSource("fixtures")
  @DictionaryFile(resourcePath = "mail.dict")
  @FuzzTest(maxDuration = "5m")
  void forwards(byte[] message) throws Exception {
    if (Composing.forward(message) instanceof Composed.Message(byte[] sent)) {
      HeaderOracle.isClean(sent);
      HeaderOracle.addsNoField(message, sent);
      assertThat(new SecondParser(sent).addresses())
          .allMatch(address -> address.toLowerCase(Locale.ROOT).endsWith("@relay.test"));
      BodyOracle.passes(message, sent);
      BodyOracle.isRepairedOnly(message, sent);
    }
  }

  @MethodSource("fixtures")
  @DictionaryFile(resourcePath = "mail.dict")
  @FuzzTest(maxDuration = "5m")
  void replies(byte[] message) throws Exception {
    if (Composing.reply(message) instanceof Composed.Message(byte[] sent)) {
      HeaderOracle.isClean(sent);
      SecondParser read = new SecondParser(sent);
      assertThat(read.addresses()).isNotEmpty().allMatch(IN_A_REPLY::contains);
      assertThat(read.shownFields()).noneMatch(RewriteFuzzTest::namesTheOwner);
      if (!mayBeSealed(sent)) {
        for (SecondParser.Leaf leaf : read.leaves()) {
          if (leaf.type().startsWith("text/") && leaf.decoded() != null) {
            assertThat(new String(leaf.decoded(), ISO_8859_1))
                .matches(text -> !namesTheOwner(text), "does not name the owner");
          }
        }
      }
    }
  }

  /** Parsers differ about a broken Content-Type; where one sees a seal, nothing may be touched. */
  private static boolean mayBeSealed(byte[] message) {
    return SEALED.matcher(new String(message, ISO_8859_1)).find();
  }

  private static boolean namesTheOwner(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return NAMESAKE.matcher(lower).replaceAll(" ").contains(Plans.PRIMARY.value());
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
