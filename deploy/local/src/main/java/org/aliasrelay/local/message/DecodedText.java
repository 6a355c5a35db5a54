package org.aliasrelay.local.message;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.List;

/** Header text as people read it: encoded words (RFC 2047) decoded, controls taken out. */
public final class DecodedText {
  private DecodedText() {}

  public static String of(String value) {
    String decoded;
    try {
      decoded = MimeUtility.decodeText(value);
    } catch (UnsupportedEncodingException unknownCharset) {
      decoded = value;
    }
    return decoded.replaceAll("\\p{Cntrl}", " ").strip();
  }

  /** Each mailbox of an address field; the whole value as one where it cannot be parsed. */
  public static List<String> mailboxes(String value) {
    try {
      return Arrays.stream(InternetAddress.parseHeader(value, false))
          .map(address -> of(address.toUnicodeString()))
          .toList();
    } catch (AddressException unparsable) {
      return List.of(of(value));
    }
  }
}
