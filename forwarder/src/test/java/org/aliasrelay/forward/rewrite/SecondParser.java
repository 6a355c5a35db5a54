package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads messages with Angus Mail, which shares no code with what wrote them. */
final class SecondParser {
  /** Every field from which a mail program may take an address to write to. */
  private static final Set<String> ADDRESS_FIELDS =
      Set.of(
          "from",
          "sender",
          "to",
          "cc",
          "bcc",
          "reply-to",
          "resent-from",
          "resent-to",
          "resent-cc",
          "resent-reply-to",
          "return-path",
          "errors-to",
          "mail-followup-to",
          "mail-reply-to",
          "disposition-notification-to",
          "return-receipt-to",
          "x-confirm-reading-to");

  private static final int DEEPEST = 60;

  /** The type where the field cannot be read: programs differ about what it is then. */
  private static final String UNREADABLE = "unreadable";

  private final MimeMessage message;

  SecondParser(byte[] bytes) throws MessagingException {
    this(bytes, false);
  }

  private SecondParser(byte[] bytes, boolean utf8) throws MessagingException {
    Properties settings = new Properties();
    settings.setProperty("mail.mime.allowutf8", Boolean.toString(utf8));
    Session session = Session.getInstance(settings);
    this.message = new MimeMessage(session, new ByteArrayInputStream(bytes));
  }

  /** Reads bytes beyond ASCII in the header as UTF-8 (RFC 6532) and not as ISO 8859-1. */
  static SecondParser withUtf8(byte[] bytes) throws MessagingException {
    return new SecondParser(bytes, true);
  }

  /** Every address in every field that can hold one. */
  List<String> addresses() throws MessagingException {
    List<String> found = new ArrayList<>();
    for (Header header : Collections.list(message.getAllHeaders())) {
      if (ADDRESS_FIELDS.contains(header.getName().strip().toLowerCase(Locale.ROOT))) {
        for (InternetAddress address : InternetAddress.parseHeader(header.getValue(), false)) {
          found.add(address.getAddress());
        }
      }
    }
    return found;
  }

  /** Every field, decoded as a mail program shows it. */
  List<String> shownFields() throws MessagingException {
    List<String> shown = new ArrayList<>();
    for (Header header : Collections.list(message.getAllHeaders())) {
      shown.add(header.getName() + ": " + decoded(MimeUtility.unfold(header.getValue())));
    }
    shown.add("file name: " + fileName());
    return shown;
  }

  private String fileName() {
    try {
      return String.valueOf(message.getFileName());
    } catch (MessagingException e) {
      return "";
    }
  }

  /** The subject, decoded; empty where there is none. */
  String subject() throws MessagingException {
    String raw = message.getHeader("Subject", null);
    return raw == null ? "" : decoded(MimeUtility.unfold(raw));
  }

  /** The leaves in their order, with the multiparts round them as levels of a path. */
  List<Leaf> leaves() throws MessagingException, IOException {
    List<Leaf> leaves = new ArrayList<>();
    collect(message, "", 0, leaves);
    return leaves;
  }

  private static void collect(Part part, String path, int depth, List<Leaf> leaves)
      throws MessagingException, IOException {
    String type = type(part);
    Multipart parts = type.startsWith("multipart/") && depth < DEEPEST ? parts(part) : null;
    if (parts != null) {
      for (int i = 0; i < parts.getCount(); i++) {
        collect(parts.getBodyPart(i), path + type + "[" + i + "] ", depth + 1, leaves);
      }
    } else {
      leaves.add(new Leaf(path, type, raw(part), decoded(part)));
    }
  }

  /** Null where there are none to be found, whatever the header says. */
  private static @Nullable Multipart parts(Part part) throws IOException {
    try {
      return part.getContent() instanceof Multipart parts && parts.getCount() > 0 ? parts : null;
    } catch (MessagingException e) {
      return null;
    }
  }

  private static String type(Part part) throws MessagingException {
    try {
      return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
    } catch (MessagingException e) {
      return UNREADABLE;
    }
  }

  /** Null where what is written is not what the header says: nobody can decode it then. */
  private static byte @Nullable [] decoded(Part part) {
    try (InputStream content = part.getInputStream()) {
      return content.readAllBytes();
    } catch (IOException | MessagingException e) {
      return null;
    }
  }

  private static byte[] raw(Part part) throws MessagingException, IOException {
    InputStream raw =
        part instanceof MimeBodyPart body
            ? body.getRawInputStream()
            : ((MimeMessage) part).getRawInputStream();
    return raw.readAllBytes();
  }

  private static String decoded(String text) {
    try {
      return MimeUtility.decodeText(text);
    } catch (UnsupportedEncodingException e) {
      return text;
    }
  }

  /**
   * @param path of the multiparts round it
   * @param type media type in lower case, without parameters
   * @param raw as it stands in the message
   * @param decoded without its transfer encoding
   */
  @SuppressWarnings("ArrayRecordComponent") // equals is written out.
  record Leaf(String path, String type, byte[] raw, byte @Nullable [] decoded) {
    /** Signed or enciphered, or a message of its own: nobody may look inside. */
    boolean isSealed() {
      return path.contains("multipart/signed")
          || path.contains("multipart/encrypted")
          || type.contains("pkcs7-mime")
          || type.startsWith("message/");
    }

    /** Its type, or what is called an encoding and is none or unknown. */
    boolean cannotBeRead() {
      return type.equals(UNREADABLE) || decoded == null;
    }

    /** The same place, type and content, however that is encoded. */
    boolean says(Leaf other) {
      return path.equals(other.path)
          && type.equals(other.type)
          && (Arrays.equals(decoded, other.decoded) || saysInLines(other));
    }

    /** A line end of text is CRLF, however it was written (RFC 2045, section 6.7, rule 4). */
    private boolean saysInLines(Leaf other) {
      return type.startsWith("text/")
          && decoded != null
          && other.decoded != null
          && withCrlf(decoded).equals(withCrlf(other.decoded));
    }

    private static String withCrlf(byte[] bytes) {
      return new String(bytes, ISO_8859_1).replaceAll("\\r?\\n", "\r\n");
    }

    @Override
    public String toString() {
      return path + type;
    }
  }
}
