package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A leaf of a message, or an entity that is taken whole: where it lies, and what its own header
 * says of it.
 *
 * @param headerStart of its own header, up to {@code start}; negative where that is the message's
 * @param start of its body, in bytes from the start of the message's body
 * @param end of its body; the line end before the next boundary is not part of it (RFC 2046,
 *     section 5.1.1)
 * @param type media type in lower case, without parameters
 * @param charset of a text part, as written; empty where none is
 * @param encoding content transfer encoding in lower case; empty where none is
 * @param head its own header
 * @param around the multiparts it lies in, the outermost first
 */
public record Part(
    int headerStart,
    int start,
    int end,
    String type,
    String charset,
    String encoding,
    Head head,
    List<Enclosure> around) {
  /** What some mail programs still write and read, and nobody registered. */
  private static final Set<String> ENCODED_OTHERWISE =
      Set.of("x-uuencode", "uuencode", "x-uue", "uue", "x-yencode", "yenc", "x-binhex40");

  /** The first byte that belongs to it. */
  int first() {
    return isWholeMessage() ? start : headerStart;
  }

  boolean isWholeMessage() {
    return headerStart < 0;
  }

  boolean isText() {
    return type.startsWith("text/");
  }

  /** A charset in which a letter is two octets or four, and ASCII something else; if it is one. */
  Optional<Charset> wideCharset() {
    return Charsets.named(charset).filter(Charsets::isWide);
  }

  boolean isBase64() {
    return encoding.equals("base64");
  }

  boolean isQuotedPrintable() {
    return encoding.equals("quoted-printable");
  }

  /**
   * Whether its content would be the same in Base64: not where a signature or a cipher would break,
   * not where multiparts and messages may have no encoding (RFC 2045, section 6.4), and not where
   * only the header tells that the content is encoded already.
   */
  boolean mayBecomeBase64() {
    MediaType declared = declaredType();
    return !declared.isSealed()
        && !declared.name().startsWith("multipart/")
        && !declared.isMessage()
        && !ENCODED_OTHERWISE.contains(encoding);
  }

  /** Whether its content is a whole message, and in an encoding that can be undone. */
  boolean isForwardedMessage() {
    return Kinds.isMessage(declaredType().name()) && !ENCODED_OTHERWISE.contains(encoding);
  }

  /** What has no type in a digest is a message (RFC 2046, section 5.1.5). */
  private MediaType declaredType() {
    boolean inDigest = !around.isEmpty() && around.getLast().type().equals("multipart/digest");
    return MediaType.of(
        head.first(FieldName.CONTENT_TYPE)
            .map(HeaderField::value)
            .orElse(inDigest ? "message/rfc822" : type));
  }

  /**
   * Whether its header can be read in one way only: fields that stand twice, or a type that is
   * none, are read by each mail program in its own way.
   */
  public boolean isPlainlyDescribed() {
    return head.all(FieldName.CONTENT_TYPE).size() <= 1
        && head.all(FieldName.CONTENT_TRANSFER_ENCODING).size() <= 1
        && head.first(FieldName.CONTENT_TYPE)
            .map(field -> lower(field.value()).startsWith(type))
            .orElse(true);
  }

  /** Whether it is shown where it stands, and not as a file (RFC 2183, section 2). */
  public boolean isShownInPlace() {
    String disposition = lower(head.value(FieldName.CONTENT_DISPOSITION));
    return disposition.isEmpty()
        || (disposition.startsWith("inline") && !disposition.contains("filename"));
  }

  /** Whether white space at the end of a line has a meaning (RFC 3676). */
  public boolean isFlowed() {
    return MediaType.of(head.value(FieldName.CONTENT_TYPE))
        .parameter("format")
        .equalsIgnoreCase("flowed");
  }

  /** Whether a line of this, in its place, begins as the one between two parts does. */
  public boolean isDividedIn(byte[] content) {
    String text = "\n" + new String(content, ISO_8859_1);
    return around.stream().anyMatch(one -> text.contains("\n--" + one.boundary()));
  }

  /** The same part with another body, which lies there. */
  public Part with(int newStart, int newEnd) {
    return new Part(headerStart, newStart, newEnd, type, charset, encoding, head, around);
  }

  static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** The one word of such a field, without quotes, a comment or what else may follow. */
  static String firstWord(String text) {
    String stripped = text.strip();
    String word = stripped.startsWith("\"") ? stripped.substring(1).strip() : stripped;
    int end = 0;
    while (end < word.length() && isOfWord(word.charAt(end))) {
      end++;
    }
    return word.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isOfWord(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
  }
}
