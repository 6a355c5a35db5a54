package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What must hold for the body of every message that leaves. */
final class BodyOracle {
  private static final Set<String> SHAPING = Set.of("content-type", "content-transfer-encoding");

  private BodyOracle() {}

  /** Byte for byte what came, unless SES would refuse it. */
  static void passes(byte[] incoming, byte[] outgoing) {
    byte[] before = PlainHeader.of(incoming).body();
    byte[] after = ownBody(outgoing);
    if (!BodyRepair.isNeeded(before, 0)) {
      assertThat(after).isEqualTo(before);
    }
  }

  /**
   * Each leaf keeps its place and its content; one that SES takes keeps every byte. What no mail
   * program shows, before the first part and behind the last, keeps its letters. A Content-Type
   * that cannot be sent as it is ends that: the message has another structure then.
   */
  static void isRepairedOnly(byte[] incoming, byte[] outgoing) throws Exception {
    if (!PlainHeader.of(incoming).fields().stream().allMatch(BodyOracle::keepsTheShape)) {
      return;
    }
    if (isAttached(incoming, outgoing)) {
      return;
    }
    byte[] before = PlainHeader.of(incoming).body();
    byte[] after = ownBody(outgoing);
    List<Part> in = MimeMap.leaves(head(incoming), before);
    List<Part> out = MimeMap.leaves(head(outgoing), after);
    assertThat(out).hasSameSizeAs(in);
    for (int i = 0; i < in.size(); i++) {
      Part was = in.get(i);
      Part is = out.get(i);
      assertThat(is.type()).isEqualTo(was.type());
      assertThat(content(is, after)).isEqualTo(content(was, before));
      if (!Defects.in(before, was.start(), was.end())) {
        assertThat(bytes(is, after)).isEqualTo(bytes(was, before));
      }
    }
    assertThat(asides(head(outgoing), after)).isEqualTo(asides(head(incoming), before));
  }

  /** Whether the whole body went as an attachment, every byte of it, and what says what it is. */
  static boolean isAttached(byte[] incoming, byte[] outgoing) throws Exception {
    byte[] before = PlainHeader.of(incoming).body();
    return Arrays.equals(ownBody(outgoing), AsAttachment.of(head(incoming), before));
  }

  private static String asides(Head head, byte[] body) {
    return MimeMap.of(head, body).asides().stream()
        .map(one -> new String(body, one.start(), one.end() - one.start(), ISO_8859_1))
        .collect(joining())
        .replaceAll("[\\r\\n\\x00 ]", "");
  }

  /** The body of a message that we made: after the first empty line, whatever that is. */
  static byte[] ownBody(byte[] outgoing) {
    int end = new String(outgoing, ISO_8859_1).indexOf("\r\n\r\n") + 4;
    return Arrays.copyOfRange(outgoing, end, outgoing.length);
  }

  /** Whether the field shapes nothing, or can be sent as it is. */
  static boolean keepsTheShape(String field) {
    return !SHAPING.contains(PlainHeader.name(field)) || HeaderOracle.passesAsItIs(field);
  }

  /**
   * What it says; where that is called base64 and is none, its octets but those that no line can
   * hold, and but line ends, for lines may be divided.
   */
  private static byte[] content(Part part, byte[] body) {
    return TransferEncoding.content(part, body)
        .orElseGet(
            () -> {
              String octets = new String(body, part.start(), part.end() - part.start(), ISO_8859_1);
              return octets.replaceAll("[\\r\\n\\x00]", "").getBytes(ISO_8859_1);
            });
  }

  private static Head head(byte[] message) throws Exception {
    return HeaderReader.read(new ByteArrayInputStream(message));
  }

  private static byte[] bytes(Part part, byte[] body) {
    return Arrays.copyOfRange(body, part.start(), part.end());
  }
}
