package org.aliasrelay.local.ses;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.aliasrelay.local.message.HeaderField;
import org.aliasrelay.local.message.RawMessage;

/** What SES demands of a raw message before it takes it. */
final class MessageRules {
  /** RFC 5322, section 2.1.1: 998 and the line end. */
  private static final int MAX_LINE = 1_000;

  private static final int MAX_PARTS = 500;

  /** As documented by SES, "Header fields that may not appear twice"; all in lower case. */
  private static final Set<String> SINGLE =
      Set.of(
          "accept-language",
          "acceptlanguage",
          "archived-at",
          "auto-submitted",
          "bounces-to",
          "content-alternative",
          "content-class",
          "content-description",
          "content-disposition",
          "content-features",
          "content-id",
          "content-language",
          "content-length",
          "content-location",
          "content-md5",
          "content-transfer-encoding",
          "content-type",
          "date",
          "delivered-to",
          "disposition-notification-options",
          "disposition-notification-to",
          "dkim-signature",
          "domainkey-signature",
          "errors-to",
          "from",
          "importance",
          "in-reply-to",
          "list-archive",
          "list-help",
          "list-id",
          "list-owner",
          "list-post",
          "list-subscribe",
          "list-unsubscribe",
          "list-unsubscribe-post",
          "message-context",
          "message-id",
          "mime-version",
          "organization",
          "original-from",
          "original-message-id",
          "original-recipient",
          "original-subject",
          "precedence",
          "priority",
          "references",
          "reply-to",
          "return-path",
          "return-receipt-to",
          "sender",
          "sensitivity",
          "solicitation",
          "subject",
          "thread-index",
          "thread-topic",
          "user-agent",
          "vbr-info");

  private static final List<String> ADDRESS_FIELDS =
      List.of("From", "Sender", "Reply-To", "To", "Cc", "Bcc");

  private MessageRules() {}

  static void check(RawMessage message, SendRequest.Api api) throws SesException {
    checkSize(message, api);
    checkFields(message);
    checkSingles(message.fields());
    checkLines(message.bytes());
    if (Parts.count(message) > MAX_PARTS) {
      throw new SesException(
          SesError.MESSAGE_REJECTED, "Maximum number of MIME parts is " + MAX_PARTS + ".");
    }
  }

  private static void checkSize(RawMessage message, SendRequest.Api api) throws SesException {
    long encoded = (message.bytes().length + 2L) / 3 * 4;
    if (encoded > api.maxEncodedOctets()) {
      throw new SesException(
          SesError.BAD_REQUEST,
          "Message length is more than %d bytes long: '%d'."
              .formatted(api.maxEncodedOctets(), encoded));
    }
  }

  private static void checkFields(RawMessage message) throws SesException {
    if (message.fields().isEmpty()) {
      throw new SesException(SesError.BAD_REQUEST, "Message has no header.");
    }
    for (HeaderField field : message.fields()) {
      if (field.name().isEmpty()) {
        throw new SesException(SesError.BAD_REQUEST, "Unparsable header line.");
      }
    }
    checkLineEnds(message);
    for (String name : ADDRESS_FIELDS) {
      if (message.fields(name).anyMatch(HeaderField::isEightBit)) {
        throw new SesException(SesError.BAD_REQUEST, "Non-ASCII character in '" + name + "'.");
      }
    }
  }

  private static void checkLineEnds(RawMessage message) throws SesException {
    byte[] bytes = message.bytes();
    for (int i = 0; i < message.headerEnd(); i++) {
      boolean loneLineFeed = bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r');
      boolean loneReturn = bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n');
      if (loneLineFeed || loneReturn || bytes[i] == 0) {
        throw new SesException(
            SesError.BAD_REQUEST, "Header lines must end in CRLF and hold no control characters.");
      }
    }
  }

  private static void checkSingles(List<HeaderField> fields) throws SesException {
    var seen = new HashSet<String>();
    for (HeaderField field : fields) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (SINGLE.contains(name) && !seen.add(name)) {
        throw new SesException(SesError.BAD_REQUEST, "Duplicate header '" + field.name() + "'.");
      }
    }
  }

  private static void checkLines(byte[] bytes) throws SesException {
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        refuseLongLine(i + 1 - start);
        start = i + 1;
      }
    }
    // The last line gets its end from SES.
    refuseLongLine(bytes.length - start + 2);
  }

  private static void refuseLongLine(int length) throws SesException {
    if (length > MAX_LINE) {
      throw new SesException(
          SesError.BAD_REQUEST, "Line length exceeds " + MAX_LINE + " characters.");
    }
  }
}
