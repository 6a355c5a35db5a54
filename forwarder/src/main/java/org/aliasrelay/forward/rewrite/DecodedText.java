package org.aliasrelay.forward.rewrite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Text that is put together from encoded words (RFC 2047) and what stands between them. Programs
 * that cut a text into words by octets split characters, against section 5; so octets in one
 * charset, with nothing but white space between the words, are read together.
 */
final class DecodedText {
  /** An encoded word that was read. */
  sealed interface Word {
    /** What it holds, in its charset. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares words.
    record OfOctets(byte[] octets, Charset charset) implements Word {}

    /** What it says, where its octets cannot be told, or nobody knows its charset. */
    record OfText(String text) implements Word {}
  }

  private final StringBuilder text;
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
  private @Nullable Charset charset;
  private boolean behindWord;

  DecodedText(int length) {
    this.text = new StringBuilder(length);
  }

  /** Section 6.2: white space between two words is not part of the text. */
  void between(String given) {
    if (!behindWord || !given.isBlank()) {
      endOctets();
      text.append(given);
    }
  }

  void add(Word word) {
    behindWord = true;
    switch (word) {
      case Word.OfOctets(byte[] more, Charset of) -> {
        if (!of.equals(charset)) {
          endOctets();
        }
        charset = of;
        octets.writeBytes(more);
      }
      case Word.OfText(String more) -> {
        endOctets();
        text.append(more);
      }
    }
  }

  private void endOctets() {
    if (charset != null) {
      text.append(octets.toString(charset));
      octets.reset();
      charset = null;
    }
  }

  /** All of it, with what stands behind the last word. */
  String with(String rest) {
    endOctets();
    return text.append(rest).toString();
  }
}
