package org.aliasrelay.local.ses;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.aliasrelay.local.message.HeaderField;

/** The header block with which a message leaves SES. */
record OutgoingHeaders(String sesId, String mailDomain, Instant at) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Written anew by SES, or never sent on. */
  private static final Set<String> REPLACED =
      Set.of("return-path", "message-id", "date", "bcc", "feedback-id");

  /** The envelope sender: SES takes bounces for every mail itself. */
  String returnPath() {
    return sesId + "@mail." + mailDomain;
  }

  List<HeaderField> over(List<HeaderField> fields) {
    var all = new ArrayList<HeaderField>();
    all.add(HeaderField.of("Return-Path", "<" + returnPath() + ">"));
    all.add(
        HeaderField.of(
            "Received",
            "from a8-50.smtp-out.amazonses.com (a8-50.smtp-out.amazonses.com [127.0.0.1])\r\n"
                + " by mailbox.local with ESMTPS id "
                + sesId
                + ";\r\n "
                + DATE.format(at)));
    all.add(signature("local", mailDomain));
    all.add(signature("local", "amazonses.com"));
    all.add(HeaderField.of("Message-ID", "<" + sesId + "@email.amazonses.com>"));
    all.add(HeaderField.of("Date", DATE.format(at)));
    all.add(HeaderField.of("Feedback-ID", "::1.us-east-1.local:AmazonSES"));
    fields.stream().filter(OutgoingHeaders::isKept).forEach(all::add);
    return all;
  }

  /** Stands where SES signs, once for the sender's domain and once for its own; signs nothing. */
  private HeaderField signature(String selector, String domain) {
    return HeaderField.of(
        "DKIM-Signature",
        "v=1; a=rsa-sha256; q=dns/txt; c=relaxed/simple;\r\n s="
            + selector
            + "; d="
            + domain
            + "; t="
            + at.getEpochSecond()
            + ";\r\n h=From:Reply-To:To:Subject:MIME-Version:Content-Type:Message-ID:Date;\r\n"
            + " bh=local-cloud; b=not-a-signature");
  }

  private static boolean isKept(HeaderField field) {
    String name = field.name().toLowerCase(Locale.ROOT);
    return !REPLACED.contains(name) && !name.startsWith("x-ses-");
  }
}
