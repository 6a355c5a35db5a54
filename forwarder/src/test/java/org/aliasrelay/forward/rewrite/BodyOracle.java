package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What must hold for the body of every message that leaves. */
final class BodyOracle {
  private static final Set<String> SHAPING = Set.of("content-type", "content-transfer-encoding");

  private BodyOracle() {}

  /** Byte for byte what came, unless SES would refuse it. */
  static void passes(byte[] incoming, byte[] outgoing) throws Exception {
    byte[] before = PlainHeader.of(incoming).body();
    byte[] after = ownBody(outgoing);
    if (!BodyRepair.isNeeded(head(incoming), before, 0)) {
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
    MimeMap in = map(incoming, before);
    MimeMap out = map(outgoing, after);
    assertThat(out.leaves()).hasSameSizeAs(in.leaves());
    for (int i = 0; i < in.leaves().size(); i++) {
      Part was = in.leaves().get(i);
      Part is = out.leaves().get(i);
      if (!Defects.in(before, was.first(), was.end())) {
        assertThat(all(is, after)).isEqualTo(all(was, before));
      } else if (isAttached(was, before, is, after)) {
        assertThat(mayBeAttached(was, before)).isTrue();
      } else {
        assertThat(is.type()).isEqualTo(was.type());
        assertThat(content(is, after)).isEqualTo(content(was, before));
      }
    }
    assertThat(asides(out, after)).isEqualTo(asides(in, before));
  }

  /** Whether the part went as an attachment, every byte of it. */
  private static boolean isAttached(Part was, byte[] before, Part is, byte[] after) {
    return Arrays.equals(all(is, after), AsAttachment.of(was, before));
  }

  private static boolean mayBeAttached(Part part, byte[] body) {
    return !part.mayBecomeBase64()
        || !PartHeader.isWritable(part, body)
        || Lines.wouldDelimit(part, body)
        || !PartHeader.canBeFolded(part);
  }

  /** What leaves, with those parts that are attached in the place where they were. */
  static byte[] withPartsInPlace(byte[] incoming, byte[] outgoing) throws Exception {
    byte[] before = PlainHeader.of(incoming).body();
    byte[] after = ownBody(outgoing);
    List<Part> in = map(incoming, before).leaves();
    List<Part> out = map(outgoing, after).leaves();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(outgoing, 0, outgoing.length - after.length);
    int done = 0;
    for (int i = 0; i < out.size() && out.size() == in.size(); i++) {
      if (isAttached(in.get(i), before, out.get(i), after)) {
        whole.write(after, done, out.get(i).first() - done);
        whole.writeBytes(all(in.get(i), before));
        done = out.get(i).end();
      }
    }
    whole.write(after, done, after.length - done);
    return whole.toByteArray();
  }

  /** Whether the whole body went as an attachment, every byte of it, and what says what it is. */
  static boolean isAttached(byte[] incoming, byte[] outgoing) throws Exception {
    byte[] before = PlainHeader.of(incoming).body();
    return Arrays.equals(ownBody(outgoing), AsAttachment.of(head(incoming), before));
  }

  /** Of everything, for what must not be changed can be attached, too. */
  private static MimeMap map(byte[] message, byte[] body) throws Exception {
    return MimeMap.of(head(message), body, MimeMap.Reach.ALL);
  }

  private static String asides(MimeMap map, byte[] body) {
    return map.asides().stream()
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

  /** With its header. */
  private static byte[] all(Part part, byte[] body) {
    return Arrays.copyOfRange(body, part.first(), part.end());
  }
}
