package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.aliasrelay.alias.contract.EmailAddress;

/** What must hold for any message whatever. */
class RewriteProperties {
  private static final Set<String> WRITTEN_ONCE =
      Set.of("from", "to", "reply-to", "cc", "x-alias-relay-alias", "x-alias-relay-verdicts");

  @Property(tries = 500)
  void headerIsCleanAsciiWithShortLines(@ForAll("messages") byte[] message) throws Exception {
    for (String line : lines(forward(message))) {
      assertThat(line.length()).isLessThanOrEqualTo(998);
      assertThat(line).matches("[\\t\\x20-\\x7e]*");
    }
  }

  @Property(tries = 500)
  void everyLineIsAFieldOrItsContinuation(@ForAll("messages") byte[] message) throws Exception {
    assertThat(lines(forward(message)))
        .allMatch(line -> line.matches("[!-9;-~]+[ \\t]*:.*|[ \\t].*"));
  }

  @Property(tries = 500)
  void nothingCanAddASecondFieldOfOurs(@ForAll("messages") byte[] message) throws Exception {
    var names =
        lines(forward(message)).stream()
            .filter(line -> !line.startsWith(" ") && !line.startsWith("\t"))
            .map(line -> line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT))
            .filter(WRITTEN_ONCE::contains)
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    assertThat(names).containsKeys("from", "to", "reply-to");
    assertThat(names.values()).allMatch(count -> count == 1);
  }

  @Property(tries = 500)
  void bodyBytesPassThrough(@ForAll("headers") String header, @ForAll byte[] body)
      throws Exception {
    byte[] message = join((header + "\r\n").getBytes(UTF_8), body);
    var in = new ByteArrayInputStream(message);
    Head head = HeaderReader.read(in);
    assertThat(join(head.bodyStart(), in.readAllBytes())).endsWith(body);
  }

  @Property(tries = 300)
  void secondParserReadsTheAddressesWeMeant(@ForAll("messages") byte[] message) throws Exception {
    MimeMessage read =
        new MimeMessage(
            Session.getInstance(new Properties()), new ByteArrayInputStream(forward(message)));
    assertThat(read.getFrom()).hasSize(1);
    assertThat(Arrays.stream(read.getAllRecipients()))
        .allMatch(to -> ((InternetAddress) to).getAddress().endsWith("@relay.test"));
    assertThat(((InternetAddress) read.getFrom()[0]).getAddress()).endsWith("@relay.test");
    assertThat(read.getReplyTo())
        .allMatch(to -> ((InternetAddress) to).getAddress().endsWith("@relay.test"));
  }

  @Property(tries = 300)
  void replyNamesTheOwnerNowhere(@ForAll("ownMessages") byte[] message) throws Exception {
    var in = new ByteArrayInputStream(message);
    Head head = HeaderReader.read(in);
    var plan = Plans.reply(EmailAddress.of("ann@shop.example"));
    var primary = PrimaryAddress.of(plan);
    byte[] header =
        new ReplyRewrite(head, People.in(head), Plans.PASSAGES)
            .header(plan, primary, Plans.REVERSE, NewContent.NONE);
    if (ReplyBody.without(primary, Plans.REVERSE, head, join(head.bodyStart(), in.readAllBytes()))
        instanceof ReplyBody.Clean(byte[] body)) {
      assertThat(new String(join(header, body), ISO_8859_1))
          .doesNotContainIgnoringCase(Plans.PRIMARY.value());
    }
  }

  @Property(tries = 300)
  void anyBytesAreReadAndAnyBodyIsMapped(@ForAll byte[] anything) throws Exception {
    var in = new ByteArrayInputStream(anything);
    Head head = HeaderReader.read(in);
    var primary = new PrimaryAddress(Plans.PRIMARY, Plans.ALIAS);
    byte[] body = join(head.bodyStart(), in.readAllBytes());
    assertThat(ReplyBody.without(primary, Plans.REVERSE, head, body))
        .isInstanceOfSatisfying(
            ReplyBody.Clean.class, clean -> assertThat(clean.bytes()).isEqualTo(body));
  }

  private static byte[] forward(byte[] message) throws Exception {
    Head head = HeaderReader.read(new ByteArrayInputStream(message));
    return new ForwardRewrite(head, People.in(head), Plans.PASSAGES)
        .header(Plans.forward(People.in(head)), Plans.PASSED);
  }

  private static List<String> lines(byte[] header) {
    String text = new String(header, ISO_8859_1);
    assertThat(text).endsWith("\r\n\r\n");
    return List.of(text.substring(0, text.length() - 4).split("\r\n"));
  }

  @Provide
  Arbitrary<byte[]> messages() {
    return headers().map(header -> (header + "\r\nbody\r\n").getBytes(UTF_8));
  }

  @Provide
  Arbitrary<byte[]> ownMessages() {
    Arbitrary<String> mentions =
        Arbitraries.of("ada@mailbox.test", "ADA@Mailbox.test", "nobody", "\"ada@mailbox.test\"");
    Arbitrary<String> extra =
        mentions.map(
            m -> "X-Anything: " + m + "\r\nSubject: about " + m + "\r\nComments: " + m + "\r\n");
    return Combinators.combine(headers(), extra, mentions)
        .as((h, e, m) -> (h + e + "\r\nI, " + m + ", wrote this.\r\n").getBytes(UTF_8));
  }

  /** Fields that matter, with values between harmless and hostile. */
  @Provide
  Arbitrary<String> headers() {
    Arbitrary<String> name =
        Arbitraries.of(
            "From",
            "To",
            "Cc",
            "Reply-To",
            "Subject",
            "Sender",
            "List-Unsubscribe",
            "List-Post",
            "References",
            "Message-ID",
            "In-Reply-To",
            "Content-Type",
            "X-Alias-Relay-From",
            "X-SES-MESSAGE-TAGS",
            "Comments",
            "X-" + "n".repeat(100));
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(200),
            Arbitraries.strings().withChars("a@<>\",;:()\\ \t=?[]-.é😀\u202e").ofMaxLength(120),
            Arbitraries.of(
                "Ann <ann@shop.example>",
                "\"a\\\"b\" <ann@shop.example>, bob@other.example",
                "k7m2p9@relay.test",
                "=?utf-8?B?DQpCY2M6IHZAdi52?= <ann@shop.example>",
                "<mailto:x@y.example>, <https://y.example/>",
                "x".repeat(3000),
                "word ".repeat(500)));
    return Combinators.combine(name, value)
        .as((n, v) -> n + ": " + v.replaceAll("[\r\n]", "") + "\r\n")
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(fields -> String.join("", fields));
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
