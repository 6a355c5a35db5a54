package org.aliasrelay.local.ses;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A mailbox address as SES takes it: all ASCII, for it has no SMTPUTF8. Cannot print itself. */
record Address(String value) {

  /** Reads one address or a list of them, each with or without a display name. */
  static List<Address> parseAll(String text) throws SesException {
    InternetAddress[] parsed;
    try {
      parsed = InternetAddress.parseHeader(text, true);
    } catch (AddressException e) {
      throw new SesException(SesError.BAD_REQUEST, "Illegal address");
    }
    var addresses = new ArrayList<Address>();
    for (InternetAddress one : parsed) {
      // A group (RFC 5322, section 3.4) names nobody to send to.
      if (!one.isGroup()) {
        addresses.add(checked(one.getAddress()));
      }
    }
    return addresses;
  }

  private static Address checked(String text) throws SesException {
    int at = text.lastIndexOf('@');
    if (at < 1 || at == text.length() - 1) {
      throw new SesException(SesError.BAD_REQUEST, "Missing final '@domain'");
    }
    if (!isPlain(text.substring(0, at))) {
      throw new SesException(
          SesError.BAD_REQUEST, "Local address contains control or whitespace or is not ASCII");
    }
    if (!isPlain(text.substring(at + 1))) {
      throw new SesException(
          SesError.BAD_REQUEST, "Domain contains control or whitespace or is not ASCII");
    }
    return new Address(text);
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < 127);
  }

  String domain() {
    return value.substring(value.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  String localPart() {
    return value.substring(0, value.lastIndexOf('@')).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "[address]";
  }
}
