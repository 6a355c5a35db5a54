package org.aliasrelay.forward.rewrite;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.util.CharsetUtil;

/** Encoded words (RFC 2047): Mime4j reads them; we write them, for it may split a character. */
public final class EncodedWords {
  /** 75 characters for a word, less {@code =?UTF-8?B?} and {@code ?=}, in whole Base64 groups. */
  private static final int BYTES_IN_A_WORD = 45;

  private static final HexFormat HEX = HexFormat.of().withPrefix("=").withUpperCase();

  /** Charsets that were asked for, up to a number that a stranger cannot raise. */
  private static final Map<String, Optional<Charset>> KNOWN = new ConcurrentHashMap<>();

  private static final int MOST_KNOWN = 1_000;

  private static final Pattern DIRECTED =
      Pattern.compile("iso-8859-[68]-[ei]", Pattern.CASE_INSENSITIVE);

  private EncodedWords() {}

  /**
   * Decodes what it can; a word in an unknown charset stays as it is. Mime4j decodes the words; we
   * look for them, for its search takes hours where a stranger wants it to.
   */
  public static String decode(String text) {
    return decode(text, Optional.empty());
  }

  /** The same, with words in an unknown charset read as ISO 8859-1: ASCII is ASCII in most. */
  public static String decodeAll(String text) {
    return decode(text, Optional.of(StandardCharsets.ISO_8859_1));
  }

  private static String decode(String text, Optional<Charset> unknown) {
    if (!text.contains("=?")) {
      return text;
    }
    WordEnds ends = new WordEnds(text);
    DecodedText decoded = new DecodedText(text.length());
    int done = 0;
    for (int start = text.indexOf("=?"); start >= 0; start = text.indexOf("=?", start)) {
      int end = ends.behind(start);
      if (end < 0) {
        start += 2;
        continue;
      }
      decoded.between(text.substring(done, start));
      decoded.add(word(text.substring(start, end), unknown));
      done = end;
      start = end;
    }
    return decoded.with(text.substring(done));
  }

  private static DecodedText.Word word(String word, Optional<Charset> unknown) {
    int charsetEnd = word.indexOf('?', 2);
    // RFC 2231, section 5: a language may follow the charset. Mime4j does not know that.
    int language = word.indexOf('*', 2);
    int nameEnd = language < 0 ? charsetEnd : Math.min(language, charsetEnd);
    String name = word.substring(2, nameEnd);
    Optional<Charset> charset = charset(name).or(() -> unknown);
    if (charset.isEmpty()) {
      return new DecodedText.Word.OfText(word);
    }
    String bare =
        nameEnd == charsetEnd ? word : word.substring(0, nameEnd) + word.substring(charsetEnd);
    String whole = wholly(bare, nameEnd);
    return plainly(whole, nameEnd)
        .<DecodedText.Word>map(octets -> new DecodedText.Word.OfOctets(octets, charset.get()))
        .orElseGet(
            () ->
                new DecodedText.Word.OfText(
                    DecoderUtil.decodeEncodedWords(whole, DecodeMonitor.SILENT)));
  }

  private static Optional<byte[]> plainly(String word, int charsetEnd) {
    String text = word.substring(charsetEnd + 3, word.length() - 2);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    boolean b = (word.charAt(charsetEnd + 1) | 0x20) == 'b';
    return b ? PlainWord.ofB(text) : PlainWord.ofQ(text);
  }

  /** The platform looks through all it has for an unknown one, each time anew. */
  private static Optional<Charset> charset(String name) {
    Optional<Charset> known = KNOWN.get(name);
    if (known == null) {
      known =
          Optional.ofNullable(CharsetUtil.lookup(withoutDirection(name))).map(Charsets::asMeant);
      if (KNOWN.size() < MOST_KNOWN) {
        KNOWN.put(name, known);
      }
    }
    return known;
  }

  /** RFC 1556: how Hebrew and Arabic are laid out, in the same charset. */
  private static String withoutDirection(String name) {
    return DIRECTED.matcher(name).matches() ? name.substring(0, name.length() - 2) : name;
  }

  /** Some programs leave letters bare inside a word in Q; Mime4j would read question marks. */
  private static String wholly(String word, int charsetEnd) {
    if (isAscii(word)) {
      return word;
    }
    Charset charset = encodable(word.substring(2, charsetEnd));
    StringBuilder whole = new StringBuilder(2 * word.length());
    int i = 0;
    while (i < word.length()) {
      int letters = i;
      while (i < word.length() && word.charAt(i) > 0x7f) {
        i++;
      }
      if (i > letters) {
        whole.append(hex(word.substring(letters, i).getBytes(charset)));
      } else {
        whole.append(word.charAt(i++));
      }
    }
    return whole.toString();
  }

  private static Charset encodable(String name) {
    return Charsets.named(name).filter(Charset::canEncode).orElse(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }

  /** Encodes each run of words that hold more than ASCII. */
  static String encodeBeyondAscii(String text) {
    if (isAscii(text)) {
      return text;
    }
    StringBuilder encoded = new StringBuilder(text.length() * 2);
    int i = 0;
    while (i < text.length()) {
      int word = endOfSpaces(text, i);
      encoded.append(text, i, word);
      int end = endOfRun(text, word);
      if (end > word) {
        encoded.append(encode(text.substring(word, end)));
      } else {
        end = endOfLetters(text, word);
        encoded.append(text, word, end);
      }
      i = end;
    }
    return encoded.toString();
  }

  /** Where the words beyond ASCII end that begin there; the same place if there are none. */
  private static int endOfRun(String text, int start) {
    int end = start;
    int word = start;
    while (word < text.length()) {
      int wordEnd = endOfLetters(text, word);
      if (isAscii(text, word, wordEnd)) {
        return end;
      }
      end = wordEnd;
      word = endOfSpaces(text, end);
    }
    return end;
  }

  private static int endOfSpaces(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private static int endOfLetters(String text, int from) {
    int space = text.indexOf(' ', from);
    return space < 0 ? text.length() : space;
  }

  static boolean isAscii(String text) {
    return isAscii(text, 0, text.length());
  }

  private static boolean isAscii(String text, int from, int to) {
    int i = from;
    while (i < to && text.charAt(i) <= 0x7f) {
      i++;
    }
    return i == to;
  }

  /** Encodes all of it, in words of at most 75 characters that never split a character. */
  static String encode(String text) {
    StringBuilder words = new StringBuilder(2 * text.length() + 16);
    int start = 0;
    int octets = 0;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int more = octets(c);
      if (octets + more > BYTES_IN_A_WORD) {
        add(text.substring(start, i), words);
        start = i;
        octets = 0;
      }
      octets += more;
      i += Character.charCount(c);
    }
    add(text.substring(start), words);
    return words.toString();
  }

  /** How many it takes in UTF-8; half a character is written as a question mark. */
  private static int octets(int c) {
    if (c < 0x80 || (c <= Character.MAX_SURROGATE && c >= Character.MIN_SURROGATE)) {
      return 1;
    }
    if (c < 0x800) {
      return 2;
    }
    return Character.isBmpCodePoint(c) ? 3 : 4;
  }

  private static void add(String text, StringBuilder words) {
    if (!text.isEmpty()) {
      words
          .append(words.isEmpty() ? "" : " ")
          .append("=?UTF-8?B?")
          .append(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
          .append("?=");
    }
  }
}
