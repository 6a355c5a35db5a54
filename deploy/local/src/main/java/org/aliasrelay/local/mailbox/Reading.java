package org.aliasrelay.local.mailbox;

import io.vertx.core.buffer.Buffer;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A message as a mail program would show it. Only for looking: what cannot be read is left out, and
 * the source is always there.
 */
record Reading(Optional<String> html, Optional<String> text, List<Attachment> attachments) {
  private static final Session SESSION = Session.getInstance(new Properties());

  /** Of nested parts; a message built to nest deeper is not worth a stack overflow. */
  private static final int MAX_DEPTH = 30;

  private static final int MAX_PARTS = 200;

  /** A part that is listed and not shown. */
  record Attachment(String name, String type, Buffer content) {
    @Override
    public String toString() {
      return "Attachment[" + content.length() + " bytes]";
    }
  }

  Reading {
    attachments = List.copyOf(attachments);
  }

  static Reading of(byte[] content) {
    var walk = new Walk();
    try {
      walk.visit(new MimeMessage(SESSION, new ByteArrayInputStream(content)), 0);
    } catch (MessagingException | IOException e) {
      walk.text.add("This message cannot be taken apart; see its source.");
    }
    return new Reading(
        walk.html.stream().findFirst(),
        walk.text.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", walk.text)),
        walk.attachments);
  }

  private static final class Walk {
    private final List<String> html = new ArrayList<>();
    private final List<String> text = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private int parts;

    void visit(Part part, int depth) throws MessagingException, IOException {
      if (depth > MAX_DEPTH || ++parts > MAX_PARTS) {
        return;
      }
      if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
        for (int i = 0; i < multipart.getCount(); i++) {
          visit(multipart.getBodyPart(i), depth + 1);
        }
        return;
      }
      boolean isAttached = Part.ATTACHMENT.equalsIgnoreCase(disposition(part));
      if (!isAttached && part.isMimeType("text/html")) {
        html.add(decoded(part));
      } else if (!isAttached && part.isMimeType("text/plain")) {
        text.add(decoded(part));
      } else {
        attachments.add(new Attachment(name(part), type(part), Buffer.buffer(bytes(part))));
      }
    }

    private static String disposition(Part part) {
      try {
        return String.valueOf(part.getDisposition());
      } catch (MessagingException unreadable) {
        return Part.ATTACHMENT;
      }
    }

    private static String name(Part part) {
      try {
        String name = part.getFileName();
        return name == null ? "unnamed" : MimeUtility.decodeText(name);
      } catch (MessagingException | IOException unreadable) {
        return "unnamed";
      }
    }

    private static String type(Part part) throws MessagingException {
      return new ContentType(part.getContentType()).getBaseType();
    }

    private static byte[] bytes(Part part) throws MessagingException {
      try (InputStream in = part.getInputStream()) {
        return in.readAllBytes();
      } catch (IOException badEncoding) {
        return new byte[0];
      }
    }

    private static String decoded(Part part) throws MessagingException {
      return new String(bytes(part), charset(part));
    }

    private static Charset charset(Part part) {
      try {
        String name = new ContentType(part.getContentType()).getParameter("charset");
        return name == null
            ? StandardCharsets.UTF_8
            : Charset.forName(MimeUtility.javaCharset(name), StandardCharsets.UTF_8);
      } catch (MessagingException | IllegalArgumentException unknown) {
        return StandardCharsets.UTF_8;
      }
    }
  }
}
