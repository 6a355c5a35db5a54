package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.aliasrelay.forward.deliver.Composing;
import org.aliasrelay.forward.deliver.Composing.Composed;

/** What a second parser and a plain scanner find in what the composer made. */
class SplicingProperties {
  private static final String FROM = "From: Ann <ann@shop.example>\r\n";

  @Property(tries = 300)
  void nothingIsInjectedThroughAnyField(@ForAll("hostileHeaders") String header) throws Exception {
    byte[] message = (header + "\r\nbody\r\n").getBytes(UTF_8);
    byte[] sent = forwarded(message);

    HeaderOracle.isClean(sent);
    HeaderOracle.addsNoField(message, sent);
    assertThat(PlainHeader.of(sent).counts()).doesNotContainKeys("bcc", "x-injected");
  }

  @Property(tries = 100)
  void headerHasTheFieldsItHadAndOurs(@ForAll("plainFields") List<String> fields) {
    String header = FROM + String.join("", fields);
    PlainHeader sent = PlainHeader.of(forwarded((header + "\r\nbody\r\n").getBytes(UTF_8)));

    // From, To, Reply-To, and our own From, Alias and Verdicts; the rest of ours is for others.
    long ours =
        sent.fields().stream()
            .map(PlainHeader::name)
            .filter(
                name ->
                    name.startsWith("x-alias-relay-")
                        || List.of("from", "to", "reply-to").contains(name))
            .count();
    assertThat(ours).isGreaterThanOrEqualTo(6);
    assertThat(sent.fields()).hasSize((int) ours + fields.size());
    assertThat(sent.fields()).containsAll(fields.stream().map(String::strip).toList());
  }

  @Property(tries = 200)
  void secondParserReadsTheSameInTheOutcome(@ForAll("messages") byte[] message) throws Exception {
    byte[] sent = forwarded(message);
    List<SecondParser.Leaf> was = new SecondParser(message).leaves();
    List<SecondParser.Leaf> is = new SecondParser(sent).leaves();

    assertThat(is).hasSameSizeAs(was);
    for (int i = 0; i < was.size(); i++) {
      assertThat(is.get(i).says(was.get(i))).as(was.get(i).toString()).isTrue();
      byte[] raw = was.get(i).raw();
      if (!Defects.in(raw, 0, raw.length)) {
        assertThat(is.get(i).raw()).isEqualTo(raw);
      }
    }
    assertThat(new SecondParser(sent).subject()).isEqualTo(new SecondParser(message).subject());
    BodyOracle.passes(message, sent);
  }

  private static byte[] forwarded(byte[] message) {
    return switch (Composing.forward(message)) {
      case Composed.Message(byte[] bytes) -> bytes;
      case Composed.Ended(var reason) -> throw new AssertionError(reason);
    };
  }

  @Provide
  Arbitrary<String> hostileHeaders() {
    Arbitrary<String> payload =
        Arbitraries.of(
            "\rBcc: v@w.example",
            "\u0085X-Injected: 1",
            "\u2028X-Injected: 1",
            "\0\r X-Injected: 1",
            "=?utf-8?B?DQpCY2M6IHZAdy5leGFtcGxl?=",
            "=?utf-8?Q?=0D=0AX-Injected:_1?=",
            "\"\r\\\"\rBcc: v@w.example",
            "%0d%0aBcc: v@w.example",
            "\u202eX-Injected",
            "é\rX-Injected: 1");
    Arbitrary<String> field =
        Arbitraries.of(
            "From: \"%s\" <ann@shop.example>",
            "From: %s <ann@shop.example>",
            "Reply-To: %s <ann@shop.example>",
            "To: k7m2p9@relay.test, %s <bob@other.example>",
            "Cc: \"%s\" <bob@other.example>",
            "Subject: %s",
            "List-Id: %s <list.example>",
            "List-Post: <https://list.example/%s>",
            "List-Unsubscribe: <https://list.example/%s>, <mailto:%<s>",
            "Message-ID: <%s@shop.example>",
            "References: <%s@shop.example>",
            "Content-Type: text/plain; name=\"%s\"",
            "Content-Disposition: attachment; filename=\"%s\"",
            "Content-Disposition: attachment; filename*=utf-8''%s",
            "X-Label: %s");
    return Combinators.combine(field, payload)
        .as((f, p) -> f.formatted(p) + "\r\n")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(fields -> String.join("", fields));
  }

  @Provide
  Arbitrary<List<String>> plainFields() {
    Arbitrary<String> value = Arbitraries.strings().withCharRange('!', '~').ofLength(20);
    return Combinators.combine(Arbitraries.integers().between(0, 99), value)
        .as((number, text) -> "X-Field-" + number + ": " + text + "\r\n")
        .list()
        .ofMaxSize(8);
  }

  /** Trees of parts, some with what SES refuses. */
  @Provide
  Arbitrary<byte[]> messages() {
    Arbitrary<String> leaf = leaves();
    Arbitrary<String> inner = multipart("alternative", "in", leaf);
    Arbitrary<String> outer = multipart("mixed", "out", Arbitraries.oneOf(leaf, leaf, inner));
    Arbitrary<String> subject =
        Arbitraries.of("plain", "=?utf-8?Q?=C3=A9t=C3=A9?=", "folded\r\n once", "two  spaces");
    return Combinators.combine(subject, Arbitraries.oneOf(leaf, outer))
        .as((s, m) -> (FROM + "Subject: " + s + "\r\nMIME-Version: 1.0\r\n" + m))
        .map(message -> message.getBytes(ISO_8859_1));
  }

  private static Arbitrary<String> multipart(String kind, String boundary, Arbitrary<String> part) {
    return part.list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(
            parts ->
                "Content-Type: multipart/%s; boundary=%s\r\n\r\n--%s\r\n%s\r\n--%s--"
                    .formatted(
                        kind,
                        boundary,
                        boundary,
                        String.join("\r\n--" + boundary + "\r\n", parts),
                        boundary));
  }

  /** Each ends with a letter: parsers differ about a bare CR before a boundary. */
  private static Arbitrary<String> leaves() {
    Arbitrary<String> text =
        Arbitraries.strings().withCharRange(' ', '~').withChars("\u00e9").ofMaxLength(60);
    Arbitrary<String> odd =
        Arbitraries.of("", "\0", "a\rb", "x".repeat(1_000), "\0\r" + "y".repeat(2_000));
    return Combinators.combine(Arbitraries.of("", "base64", "quoted-printable"), text, odd)
        .as(
            (encoding, t, o) ->
                "Content-Type: text/plain; charset=iso-8859-1\r\n"
                    + (encoding.isEmpty() ? "" : "Content-Transfer-Encoding: " + encoding + "\r\n")
                    + "\r\n"
                    + encoded(encoding, t + o + "z"));
  }

  private static String encoded(String encoding, String content) {
    return switch (encoding) {
      case "base64" -> Base64.getMimeEncoder().encodeToString(content.getBytes(ISO_8859_1));
      case "quoted-printable" ->
          Arrays.stream(content.split(""))
              .map(c -> "=%02X".formatted((int) c.charAt(0)))
              .collect(Collectors.joining("=\r\n"));
      default -> content;
    };
  }
}
