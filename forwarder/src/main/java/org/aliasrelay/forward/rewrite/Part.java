package org.aliasrelay.forward.rewrite;

import java.util.Locale;

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
 */
record Part(int headerStart, int start, int end, String type, String charset, String encoding) {

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

  boolean isBase64() {
    return encoding.equals("base64");
  }

  boolean isQuotedPrintable() {
    return encoding.equals("quoted-printable");
  }

  static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
