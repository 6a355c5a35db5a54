package org.aliasrelay.launcher.proof;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** The mail that the launcher sends when it is given none. */
public final class Sample {
  /** Its envelope sender. */
  public static final String SENDER = "orders@paper-and-ink.example";

  private Sample() {}

  /** A shop's mail, each with another number so that it can be told from the one before. */
  public static Mail to(String alias, Clock clock, RandomGenerator random) {
    String order = "%08X".formatted(random.nextInt());
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME
            .withLocale(Locale.ROOT)
            .format(ZonedDateTime.now(clock).withZoneSameInstant(ZoneOffset.UTC));
    String text =
        """
        From: "Paper & Ink" <orders@paper-and-ink.example>
        To: <%1$s>
        Reply-To: "Paper & Ink support" <support@paper-and-ink.example>
        Subject: Your order %2$s is on its way
        Date: %3$s
        Message-ID: <%2$s@paper-and-ink.example>
        Disposition-Notification-To: orders@paper-and-ink.example
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Dear reader,

        your order %2$s has left our shop: two notebooks, one bottle of ink.
        Questions? Just answer this mail. We only know the address you gave us,
        and your answer will come from it, too.

        Paper & Ink · Rue de l'Été 7
        """
            .formatted(alias, order, date);
    return Mail.fromFile(text.getBytes(StandardCharsets.UTF_8));
  }
}
