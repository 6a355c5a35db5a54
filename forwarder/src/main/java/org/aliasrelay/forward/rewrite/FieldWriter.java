package org.aliasrelay.forward.rewrite;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The one place that writes header fields of ours. Whatever it is given, it writes exactly one
 * field: printable ASCII, lines that end with CRLF, folded at white space (RFC 5322, section
 * 2.2.3).
 */
final class FieldWriter {
  /** RFC 5322, section 2.1.1: a line must not be longer, without its CRLF. */
  static final int LONGEST_LINE = 998;

  private static final int LINE_END = 2;

  /** In a line of its own, behind a blank. */
  private static final int LONGEST_WORD = LONGEST_LINE - 1;

  /** Of a longer one; behind a quoted piece stand a quote and a semicolon. */
  private static final int LONGEST_PIECE = LONGEST_WORD - 2;

  /** The same section: a line should not be longer. */
  private static final int GOOD_LINE = 78;

  /** Those fields of ours that most messages get. */
  private static final int OURS = 640;

  private byte[] out;
  private int size;

  /** Where the value of the field that is being written begins, and its present line. */
  private int field;

  private int line;

  FieldWriter() {
    this(0);
  }

  /**
   * @param expected how long the fields are, about, that will be kept
   */
  FieldWriter(int expected) {
    this.out = new byte[expected + OURS];
  }

  /** A field as {@link #write} writes it, for those that many messages have. */
  static byte[] field(String name, String value) {
    FieldWriter out = new FieldWriter();
    out.write(name, value);
    return Arrays.copyOf(out.out, out.size);
  }

  /** A field that was made with that. */
  void put(byte[] field) {
    append(field);
  }

  /** A field as it was received. */
  void keep(HeaderField field) {
    append(field.bytes(), field.from(), field.to());
  }

  /**
   * A field whose value we made. Controls become spaces; beyond ASCII becomes encoded words (RFC
   * 2047). A word too long for a line is cut into several, or cut off where it is quoted.
   */
  void write(String name, String value) {
    line = size;
    append(name.getBytes(StandardCharsets.US_ASCII));
    append((byte) ':');
    field = size;
    byte[] letters = value.getBytes(StandardCharsets.UTF_8);
    if (!Octets.arePrintable(letters)) {
      addWords(ascii(value));
    } else if (letters.length > LONGEST_WORD || !isSpacedByOne(letters)) {
      addWords(letters);
    } else {
      append((byte) ' ');
      append(letters);
      fold();
    }
    lineEnd();
  }

  /** Whether there is one space between words, and none elsewhere. */
  private static boolean isSpacedByOne(byte[] letters) {
    return letters.length > 0
        && letters[0] != ' '
        && letters[letters.length - 1] != ' '
        && !Octets.haveTwoBlanks(letters);
  }

  /** Puts line ends before those words that the line would be too long with. */
  private void fold() {
    int blank = field;
    while (size - line > GOOD_LINE && blank < size) {
      int end = Words.end(out, blank + 1, size);
      if (end - line > (blank > field ? GOOD_LINE : LONGEST_LINE)) {
        makeRoomFor(LINE_END);
        System.arraycopy(out, blank, out, blank + LINE_END, size - blank);
        size += LINE_END;
        end += LINE_END;
        out[blank] = '\r';
        out[blank + 1] = '\n';
        line = blank + LINE_END;
      }
      blank = end;
    }
  }

  private static byte[] ascii(String value) {
    return EncodedWords.encodeBeyondAscii(Words.withoutControls(value))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private void addWords(byte[] letters) {
    int start = Words.nextStart(letters, 0);
    while (start < letters.length) {
      int end = Words.end(letters, start, letters.length);
      if (end - start <= LONGEST_WORD) {
        addWord(letters, start, end);
      } else {
        String word = new String(letters, start, end - start, StandardCharsets.US_ASCII);
        Words.atMost(word, LONGEST_PIECE).forEach(this::addWord);
      }
      start = Words.nextStart(letters, end);
    }
  }

  private void addWord(String word) {
    byte[] letters = word.getBytes(StandardCharsets.US_ASCII);
    addWord(letters, 0, letters.length);
  }

  /**
   * In this line, or in the next if it were too long then; the first stands beside the name where
   * it can.
   */
  private void addWord(byte[] letters, int start, int end) {
    if (size - line + 1 + end - start > (size > field ? GOOD_LINE : LONGEST_LINE)) {
      lineEnd();
      line = size;
    }
    append((byte) ' ');
    append(letters, start, end);
  }

  /** Whether it has a word that {@link #write} would cut. */
  static boolean isTooLongToFold(String text) {
    return text.length() > LONGEST_WORD
        && Words.of(text).stream().anyMatch(word -> word.length() > LONGEST_WORD);
  }

  private void append(byte[] bytes) {
    append(bytes, 0, bytes.length);
  }

  private void append(byte[] bytes, int from, int to) {
    makeRoomFor(to - from);
    System.arraycopy(bytes, from, out, size, to - from);
    size += to - from;
  }

  private void append(byte b) {
    makeRoomFor(1);
    out[size++] = b;
  }

  private void lineEnd() {
    makeRoomFor(LINE_END);
    out[size++] = '\r';
    out[size++] = '\n';
  }

  private void makeRoomFor(int more) {
    if (size + more > out.length) {
      out = Arrays.copyOf(out, Math.max(size + more, 2 * out.length));
    }
  }

  /** Everything written, and the empty line that ends a header. */
  byte[] end() {
    lineEnd();
    return Arrays.copyOf(out, size);
  }
}
