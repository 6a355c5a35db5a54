package org.aliasrelay.local.objects;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AwsChunksTest {

  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private final AwsChunks chunks = new AwsChunks(content::writeBytes);

  @Property
  void givesBackTheBytesHoweverTheyWereCut(
      @ForAll @Size(max = 3_000) byte[] body,
      @ForAll @IntRange(min = 1, max = 700) int chunkSize,
      @ForAll @IntRange(min = 1, max = 200) int packetSize) {
    var received = new ByteArrayOutputStream();
    var decoder = new AwsChunks(received::writeBytes);

    byte[] wire = encode(body, chunkSize);
    for (int at = 0; at < wire.length; at += packetSize) {
      decoder.take(Arrays.copyOfRange(wire, at, Math.min(wire.length, at + packetSize)));
    }

    assertThat(received.toByteArray()).isEqualTo(body);
    assertThat(decoder.isComplete()).isTrue();
    assertThat(decoder.trailers()).containsEntry("x-amz-checksum-crc32", "AAAAAA==");
  }

  @Test
  void knowsThatABodyIsCutOff() {
    chunks.take("5\r\nabc".getBytes(ISO_8859_1));

    assertThat(chunks.isComplete()).isFalse();
  }

  @Test
  void refusesWhatIsNoChunk() {
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(() -> chunks.take("hello\r\n".getBytes(ISO_8859_1)));
  }

  private static byte[] encode(byte[] body, int chunkSize) {
    var wire = new ByteArrayOutputStream();
    for (int at = 0; at < body.length; at += chunkSize) {
      byte[] chunk = Arrays.copyOfRange(body, at, Math.min(body.length, at + chunkSize));
      wire.writeBytes(
          (Integer.toHexString(chunk.length) + ";chunk-signature=0a\r\n").getBytes(ISO_8859_1));
      wire.writeBytes(chunk);
      wire.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    wire.writeBytes("0\r\nX-Amz-Checksum-CRC32: AAAAAA==\r\n\r\n".getBytes(ISO_8859_1));
    return wire.toByteArray();
  }
}
