package org.aliasrelay.local.objects;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Takes the {@code aws-chunked} content encoding off a body: {@code <hex size>[;extension]\r\n
 * <bytes>\r\n}, a chunk of size 0, then trailing headers up to an empty line. Signatures of chunks
 * are not checked: there is nobody here to keep out.
 */
final class AwsChunks {

  private enum State {
    SIZE,
    BYTES,
    AFTER_BYTES,
    TRAILER,
    END
  }

  /** A chunk header with its signature is about 90 bytes, a trailer about 120. */
  private static final int LONGEST_LINE = 1_024;

  private final Consumer<byte[]> content;
  private final Map<String, String> trailers = new TreeMap<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private State state = State.SIZE;
  private long left;

  AwsChunks(Consumer<byte[]> content) {
    this.content = content;
  }

  void take(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && state != State.END) {
      if (state == State.BYTES) {
        int size = (int) Math.min(left, bytes.length - at);
        content.accept(Arrays.copyOfRange(bytes, at, at + size));
        at += size;
        left -= size;
        state = left == 0 ? State.AFTER_BYTES : State.BYTES;
      } else {
        takeOfLine(bytes[at++]);
      }
    }
  }

  /** True once the last chunk was seen; before that the body is cut off. */
  boolean isComplete() {
    return state == State.END || state == State.TRAILER;
  }

  /** The trailing headers, names in lower case. */
  Map<String, String> trailers() {
    return Map.copyOf(trailers);
  }

  private void takeOfLine(byte next) {
    if (next != '\n') {
      if (line.size() >= LONGEST_LINE) {
        throw new S3Exception(S3Error.INCOMPLETE_BODY);
      }
      line.write(next);
      return;
    }
    String text = line.toString(ISO_8859_1).stripTrailing();
    line.reset();
    switch (state) {
      case SIZE -> begin(text);
      case AFTER_BYTES -> state = State.SIZE;
      case TRAILER -> keep(text);
      case BYTES, END -> throw new IllegalStateException();
    }
  }

  private void begin(String header) {
    int semicolon = header.indexOf(';');
    try {
      left = Long.parseLong(semicolon < 0 ? header : header.substring(0, semicolon), 16);
    } catch (NumberFormatException notAChunk) {
      throw new S3Exception(S3Error.INCOMPLETE_BODY);
    }
    state = left == 0 ? State.TRAILER : State.BYTES;
  }

  private void keep(String trailer) {
    int colon = trailer.indexOf(':');
    if (colon < 0) {
      state = State.END;
    } else {
      trailers.put(
          trailer.substring(0, colon).toLowerCase(Locale.ROOT),
          trailer.substring(colon + 1).strip());
    }
  }
}
