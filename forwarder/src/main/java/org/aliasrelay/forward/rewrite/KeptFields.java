package org.aliasrelay.forward.rewrite;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Copies fields that may pass: as they are where SES takes them, mended where it would not. */
final class KeptFields {
  private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x00-\\x7f]");

  /** Of a parameter (RFC 2045, section 5.1); blanks are not allowed there, and yet written. */
  private static final Pattern BARE_VALUE = Pattern.compile("=([^;=\"]+)");

  /** With its colon it must fit into a line. */
  private static final int LONGEST_NAME = FieldWriter.LONGEST_LINE - 1;

  /** Where an encoded word would make a date or an identifier unreadable. */
  private static final Set<String> STRUCTURED =
      Set.of("date", "message-id", "in-reply-to", "mime-version");

  private final FieldNames seen = new FieldNames();
  private final FieldWriter out;
  private final NewContent content;

  /**
   * @param content of a body that was made anew: what the message says of it counts no more
   */
  KeptFields(FieldWriter out, NewContent content) {
    this.out = out;
    this.content = content;
    if (!content.type().isEmpty()) {
      out.write("Content-Type", content.type());
    }
    if (!content.encoding().isEmpty()) {
      out.write("Content-Transfer-Encoding", content.encoding());
      seen.add(FieldName.CONTENT_TRANSFER_ENCODING);
    }
  }

  /**
   * Says that the message is in MIME where it did not say so itself: only then what is said of the
   * new body counts (RFC 2045, section 4).
   */
  void complete() {
    if (!content.equals(NewContent.NONE) && seen.add(FieldName.MIME_VERSION)) {
      out.write("MIME-Version", "1.0");
    }
  }

  void copy(HeaderField field) {
    if (!mayPass(field)) {
      return;
    }
    if (field.clean()) {
      out.keep(field);
    } else {
      write(field, field.value());
    }
  }

  /** Copies the field with its value changed; a field that is blank then is left out. */
  void copy(HeaderField field, UnaryOperator<String> change) {
    if (!mayPass(field)) {
      return;
    }
    String value = field.value();
    String changed = change.apply(value);
    if (changed.equals(value) && field.clean()) {
      out.keep(field);
    } else if (!changed.isBlank() || value.isBlank()) {
      write(field, changed);
    }
  }

  private boolean mayPass(HeaderField field) {
    FieldName name = field.name();
    if (!content.type().isEmpty() && name.isOfContent()) {
      return false;
    }
    if (!field.clean() && (field.hasNul() || field.colon() - field.from() > LONGEST_NAME)) {
      return false;
    }
    return !name.isSingle() || seen.add(name);
  }

  private void write(HeaderField field, String value) {
    out.write(field.writtenName(), mended(field.name(), value));
  }

  /** The value of a field that cannot be sent as it is. */
  static String mended(FieldName name, String value) {
    // An encoded word may not stand just anywhere in them.
    if (name.isOfContent() || STRUCTURED.contains(name.key())) {
      return structured(value);
    }
    return name.key().startsWith("list-") ? value : unstructured(value);
  }

  /**
   * Encoded words may hold bare characters beyond ASCII, and are read all the same. What folding
   * would change, or a reader take for an encoded word, is encoded as a whole.
   */
  private static String unstructured(String value) {
    String text = Words.withoutControls(EncodedWords.decode(value));
    return text.contains("  ") || text.contains("=?") || FieldWriter.isTooLongToFold(text)
        ? EncodedWords.encode(text)
        : text;
  }

  /**
   * An encoded word inside quotes is not in the standard, but mail programs read it; so the value
   * of a parameter gets them, if it has none. Elsewhere bare characters beyond ASCII have no
   * meaning to save.
   */
  private static String structured(String value) {
    if (EncodedWords.isAscii(value)) {
      return value;
    }
    StringBuilder encoded = new StringBuilder(value.length());
    int done = 0;
    int open = value.indexOf('"');
    int close = value.indexOf('"', open + 1);
    while (open >= 0 && close >= 0) {
      encoded.append(inQuotes(value.substring(done, open))).append('"');
      String quoted = value.substring(open + 1, close);
      encoded.append(EncodedWords.isAscii(quoted) ? quoted : EncodedWords.encode(quoted));
      encoded.append('"');
      done = close + 1;
      open = value.indexOf('"', done);
      close = open < 0 ? -1 : value.indexOf('"', open + 1);
    }
    encoded.append(inQuotes(value.substring(done)));
    return BEYOND_ASCII.matcher(encoded).replaceAll("_");
  }

  /** Bare values of parameters up to a semicolon, where they are more than ASCII. */
  private static String inQuotes(String bare) {
    return EncodedWords.isAscii(bare)
        ? bare
        : BARE_VALUE
            .matcher(bare)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        EncodedWords.isAscii(found.group())
                            ? found.group()
                            : "=\"" + EncodedWords.encode(found.group(1).strip()) + '"'));
  }
}
