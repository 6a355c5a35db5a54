package org.aliasrelay.forward.rewrite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Encoded words (RFC 2047): Mime4j reads them; we write them, for it may split a character. */
final class EncodedWords {
  /** 75 characters for a word, less {@code =?UTF-8?B?} and {@code ?=}, in whole Base64 groups. */
  private static final int BYTES_IN_A_WORD = 45;

  private static final Pattern BEYOND_ASCII_RUN =
      Pattern.compile("[^ ]*[^\\x00-\\x7f][^ ]*(?: +[^ ]*[^\\x00-\\x7f][^ ]*)*");

  private EncodedWords() {}

  /** Decodes what it can; a word in an unknown charset stays as it is. */
  static String decode(String text) {
    return DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT);
  }

  /** Encodes each run of words that hold more than ASCII. */
  static String encodeBeyondAscii(String text) {
    return BEYOND_ASCII_RUN.matcher(text).replaceAll(run -> encode(run.group()));
  }

  /** Encodes all of it, in words of at most 75 characters that never split a character. */
  static String encode(String text) {
    StringBuilder words = new StringBuilder();
    ByteArrayOutputStream word = new ByteArrayOutputStream(BYTES_IN_A_WORD);
    text.codePoints()
        .forEach(
            c -> {
              byte[] bytes = Character.toString(c).getBytes(StandardCharsets.UTF_8);
              if (word.size() + bytes.length > BYTES_IN_A_WORD) {
                flush(word, words);
              }
              word.writeBytes(bytes);
            });
    flush(word, words);
    return words.toString();
  }

  private static void flush(ByteArrayOutputStream word, StringBuilder words) {
    if (word.size() > 0) {
      words
          .append(words.isEmpty() ? "" : " ")
          .append("=?UTF-8?B?")
          .append(Base64.getEncoder().encodeToString(word.toByteArray()))
          .append("?=");
      word.reset();
    }
  }
}
