package org.aliasrelay.bench.corpus;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/**
 * Makes messages like those that shops and newsletters send, the same ones from the same seed. Each
 * has the trace and authentication fields that real mail has gathered by the time it is received.
 */
public final class Letters {
  /** Whom they are to, until {@link #to} says otherwise. */
  public static final String ALIAS = "k7m2p9@relay.test";

  private static final String[] WORDS =
      ("order parcel invoice your thank news today offer week read more account team please"
              + " delivery number size colour return within days free shop season garden paper")
          .split(" ");
  private static final int WORDS_IN_A_LINE = 11;

  private final Random random;

  /** The same seed gives the same messages. */
  public Letters(long seed) {
    this.random = new Random(seed);
  }

  /** One part of plain text; about that many bytes in all. */
  public byte[] text(int size) {
    StringBuilder message = head();
    message.append("Content-Type: text/plain; charset=us-ascii\r\n");
    message.append("Content-Transfer-Encoding: 7bit\r\n\r\n");
    fillWithLines(message, size);
    return bytes(message);
  }

  /** Text and HTML with an unsubscribe link; about that many bytes in all. */
  public byte[] newsletter(int size) {
    String boundary = boundary();
    StringBuilder message = head();
    message.append("List-Id: Paper news <news.paper-and-ink.example>\r\n");
    message.append("List-Unsubscribe: <https://paper-and-ink.example/u/1>,\r\n");
    message.append(" <mailto:leave@paper-and-ink.example?subject=leave>\r\n");
    message.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    multipart(message, "alternative", boundary);
    part(message, boundary, "text/plain; charset=utf-8", "7bit");
    fillWithLines(message, message.length() + size / 8);
    part(message, boundary, "text/html; charset=utf-8", "7bit");
    message.append("<html><body>\r\n");
    while (message.length() < size) {
      message.append("<tr><td style=\"padding:8px\"><a href=\"https://paper-and-ink.example/p/");
      message.append(random.nextInt(1_000_000)).append("\">\r\n");
      line(message);
      message.append("</a></td></tr>\r\n");
    }
    return bytes(message.append("</body></html>\r\n--").append(boundary).append("--\r\n"));
  }

  /** A short text and one file in Base64; about that many bytes in all. */
  public byte[] attachment(int size) {
    String boundary = boundary();
    StringBuilder message = head();
    multipart(message, "mixed", boundary);
    part(message, boundary, "text/plain; charset=utf-8", "7bit");
    fillWithLines(message, message.length() + 500);
    part(message, boundary, "application/pdf; name=\"invoice.pdf\"", "base64");
    byte[] file = new byte[Math.max(0, (size - message.length()) / 78 * 57)];
    random.nextBytes(file);
    message.append(Base64.getMimeEncoder().encodeToString(file));
    return bytes(message.append("\r\n--").append(boundary).append("--\r\n"));
  }

  /** The same letter to another alias. */
  public static byte[] to(String alias, byte[] letter) {
    String text = new String(letter, StandardCharsets.ISO_8859_1);
    return text.replace(ALIAS, alias).getBytes(StandardCharsets.ISO_8859_1);
  }

  private StringBuilder head() {
    String id = Long.toHexString(random.nextLong());
    StringBuilder head = new StringBuilder(4096);
    for (int hop = 1; hop <= 3; hop++) {
      head.append("Received: from mx").append(hop).append(".paper-and-ink.example (mx").append(hop);
      head.append(".paper-and-ink.example [192.0.2.").append(hop).append("])\r\n by relay.example");
      head.append(" with ESMTPS id ").append(id).append(hop);
      head.append(";\r\n Tue, 24 Nov 2026 20:00:0").append(hop).append(" +0000\r\n");
    }
    head.append(
        "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=paper-and-ink.example;\r\n");
    head.append(" s=key1; h=from:to:subject:date:message-id; bh=");
    head.append(noise(32)).append(";\r\n b=").append(noise(48)).append("\r\n  ");
    head.append(noise(48)).append("\r\n");
    head.append("Authentication-Results: relay.example; dkim=pass; spf=pass\r\n");
    head.append("From: =?utf-8?Q?Paper_=26_Ink=2C_K=C3=B6ln?= <orders@paper-and-ink.example>\r\n");
    head.append("Reply-To: \"Support\" <support@paper-and-ink.example>\r\n");
    head.append("To: <").append(ALIAS).append(">\r\n");
    head.append("Subject: =?utf-8?B?WW91ciBvcmRlciDinJM=?= ").append(id).append("\r\n");
    head.append("Date: Tue, 24 Nov 2026 20:00:00 +0000\r\n");
    head.append("Message-ID: <").append(id).append("@paper-and-ink.example>\r\n");
    head.append("X-Mailer: Paper Post 4.2\r\nMIME-Version: 1.0\r\n");
    return head;
  }

  private static void multipart(StringBuilder message, String kind, String boundary) {
    message.append("Content-Type: multipart/").append(kind);
    message.append("; boundary=\"").append(boundary).append("\"\r\n\r\n");
  }

  private static void part(StringBuilder message, String boundary, String type, String encoding) {
    message.append("\r\n--").append(boundary).append("\r\nContent-Type: ").append(type);
    message.append("\r\nContent-Transfer-Encoding: ").append(encoding).append("\r\n\r\n");
  }

  private String boundary() {
    return "=_part_" + Long.toHexString(random.nextLong());
  }

  private String noise(int bytes) {
    byte[] noise = new byte[bytes];
    random.nextBytes(noise);
    return Base64.getEncoder().encodeToString(noise);
  }

  private void fillWithLines(StringBuilder message, int size) {
    while (message.length() < size) {
      line(message);
    }
  }

  private void line(StringBuilder message) {
    for (int i = 0; i < WORDS_IN_A_LINE; i++) {
      message.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    message.append("\r\n");
  }

  private static byte[] bytes(StringBuilder message) {
    return message.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
