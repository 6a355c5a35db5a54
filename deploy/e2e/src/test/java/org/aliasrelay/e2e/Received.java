package org.aliasrelay.e2e;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A mail as it arrived. */
public final class Received {
  private final byte[] raw;

  Received(byte[] raw) {
    this.raw = raw.clone();
  }

  /** What follows the first empty line. */
  byte[] body() {
    return bodyOf(raw);
  }

  static byte[] bodyOf(byte[] message) {
    String latin = new String(message, StandardCharsets.ISO_8859_1);
    return Arrays.copyOfRange(message, latin.indexOf("\r\n\r\n") + 4, message.length);
  }

  /** All of it, in lower case: for looking for something that must not be there. */
  String lowerCase() {
    return new String(raw, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
  }

  @Nullable String field(String name) {
    try {
      return message().getHeader(name, null);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** The only mailbox of the From field. */
  public InternetAddress from() {
    return mailbox("From");
  }

  /** The only mailbox of a field. */
  InternetAddress mailbox(String name) {
    try {
      InternetAddress[] all = InternetAddress.parseHeader(String.valueOf(field(name)), true);
      if (all.length != 1) {
        throw new AssertionError(name + " has " + all.length + " mailboxes");
      }
      return all[0];
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private MimeMessage message() throws MessagingException {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
  }
}
