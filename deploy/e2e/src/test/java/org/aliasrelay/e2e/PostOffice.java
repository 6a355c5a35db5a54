package org.aliasrelay.e2e;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Hands in mail over SMTP with a client that others wrote, byte for byte as given. */
public final class PostOffice {
  private final int port;

  PostOffice(int port) {
    this.port = port;
  }

  public void send(String from, String message, String... recipients) {
    send(from, message.getBytes(StandardCharsets.UTF_8), recipients);
  }

  /** The message has CRLF line ends. */
  void send(String from, byte[] message, String... recipients) {
    Properties settings = new Properties();
    settings.put("mail.smtp.host", "127.0.0.1");
    settings.put("mail.smtp.port", Integer.toString(port));
    settings.put("mail.smtp.from", from);
    settings.put("mail.smtp.allow8bitmime", "false");
    Session session = Session.getInstance(settings);
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect();
      Address[] envelope = new Address[recipients.length];
      for (int i = 0; i < recipients.length; i++) {
        envelope[i] = new InternetAddress(recipients[i]);
      }
      transport.sendMessage(new MimeMessage(session, new ByteArrayInputStream(message)), envelope);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }
}
