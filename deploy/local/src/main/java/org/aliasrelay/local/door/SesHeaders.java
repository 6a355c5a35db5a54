package org.aliasrelay.local.door;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.aliasrelay.local.door.Verdicts.Status;
import org.aliasrelay.local.message.HeaderField;

/** The fields SES puts above those of a received message. */
record SesHeaders(MailId id, Envelope envelope, Verdicts verdicts, Instant at) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z (zzz)", Locale.ROOT)
          .withZone(ZoneId.of("UTC"));

  private static final int MAX_HELO = 255;

  List<HeaderField> fields() {
    return List.of(
        HeaderField.of("Return-Path", "<" + envelope.sender() + ">"),
        HeaderField.of("Received", received()),
        HeaderField.of("X-SES-Spam-Verdict", verdicts.spam().name()),
        HeaderField.of("X-SES-Virus-Verdict", verdicts.virus().name()),
        HeaderField.of("Received-SPF", receivedSpf()),
        HeaderField.of("Authentication-Results", authenticationResults()),
        HeaderField.of("X-SES-RECEIPT", "local-" + id),
        HeaderField.of(
            "X-SES-DKIM-SIGNATURE",
            "a=rsa-sha256; q=dns/txt; b=local; c=relaxed/simple; s=local; d=amazonses.com;\r\n t="
                + at.getEpochSecond()
                + "; v=1; bh=local; h=From:To:Cc:Bcc:Subject:Date:Message-ID:MIME-Version:Content-Type"));
  }

  private String received() {
    String forOne =
        envelope.recipients().size() == 1 ? "\r\n for " + envelope.recipients().getFirst() : "";
    return "from "
        + helo()
        + " ("
        + helo()
        + " ["
        + envelope.client()
        + "])\r\n by inbound-smtp.us-east-1.amazonaws.com with SMTP id "
        + id
        + forOne
        + ";\r\n "
        + DATE.format(at);
  }

  private String receivedSpf() {
    return word(verdicts.spf())
        + " (spfCheck: local verdict)\r\n client-ip="
        + envelope.client()
        + "; envelope-from="
        + envelope.sender()
        + ";\r\n helo="
        + helo()
        + ";";
  }

  private String authenticationResults() {
    return "amazonses.com;\r\n spf="
        + word(verdicts.spf())
        + " client-ip="
        + envelope.client()
        + ";\r\n dkim="
        + word(verdicts.dkim())
        + ";\r\n dmarc="
        + word(verdicts.dmarc())
        + ";";
  }

  /** What the client calls itself is its own text: kept to characters of a host name. */
  private String helo() {
    String name = envelope.helo().replaceAll("[^A-Za-z0-9.:_\\[\\]-]", "_");
    return name.isEmpty() ? "unknown" : name.substring(0, Math.min(name.length(), MAX_HELO));
  }

  private static String word(Status status) {
    return switch (status) {
      case PASS -> "pass";
      case FAIL -> "fail";
      case GRAY -> "none";
      case PROCESSING_FAILED -> "temperror";
      case DISABLED -> "none";
    };
  }
}
