package org.aliasrelay.e2e;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Small mails, each with a subject and a sender of its own. */
public record Letter(String sender, String subject, String extra) {

  public static Letter from(String name) {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    return new Letter(name + "-" + mark + "@shop.example", "e2e " + mark, "");
  }

  /** With one more header line. */
  Letter with(String headerLine) {
    return new Letter(sender, subject, extra + headerLine + "\r\n");
  }

  /** With another sender. */
  Letter by(String address) {
    return new Letter(address, subject, extra);
  }

  public String to(String recipient) {
    return """
    From: "Bea from the shop" <%s>
    To: <%s>
    Subject: %s
    Date: Sun, 22 Nov 2026 10:00:00 +0000
    Message-ID: <%s@shop.example>
    %sMIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    Hello, this is %s.
    """
        .formatted(sender, recipient, subject, UUID.randomUUID(), extra, subject)
        .replaceAll("\r?\n", "\r\n");
  }

  /** As a mail program answers this letter: it quotes what it got. */
  public String answer(String owner, String reverse) {
    return """
    From: "Ada Lovelace" <%1$s>
    To: <%2$s>
    Subject: Re: %3$s
    Received: from laptop (ada-laptop.mailbox.test [192.0.2.7]) for <%2$s>; Sun, 22 Nov 2026
    Date: Sun, 22 Nov 2026 11:00:00 +0000
    Message-ID: <answer-%4$s@mailbox.test>
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    Thank you!
    """
        .formatted(owner, reverse, subject, UUID.randomUUID())
        .replaceAll("\r?\n", "\r\n");
  }

  /** A message with attachments, 8-bit text and lines as long as they may be. */
  byte[] elaborate(String recipient, String canary) {
    String longLine = "x".repeat(998 - "From here on: ".length());
    String text =
        """
        From: "Bea from the shop" <%1$s>
        To: <%2$s>
        Subject: %3$s
        Date: Sun, 22 Nov 2026 10:00:00 +0000
        Message-ID: <%4$s@shop.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="=_b 1"

        A preamble, with trailing blanks:  \t
        --=_b 1
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=utf-8; format=flowed
        Content-Transfer-Encoding: 8bit

        %5$s Grüße, naïve café — 漢字 \s
        .a line that begins with a dot
        ..and two
        From here on: %6$s
        --inner
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        <p>Gr=C3=BC=C3=9Fe =
        soft break</p>
        --inner--

        --=_b 1
        Content-Type: application/octet-stream; name="bytes.bin"
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment; filename="bytes.bin"

        AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4
        OTo7PD0+P0BBQkNERUZHSElKS0xNTk9Q
        --=_b 1
        Content-Type: message/rfc822

        From: <inner@shop.example>
        Subject: inside

        nested body
        --=_b 1--
        An epilogue.
        """
            .formatted(sender, recipient, subject, UUID.randomUUID(), canary, longLine)
            .replaceAll("\r?\n", "\r\n");
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
