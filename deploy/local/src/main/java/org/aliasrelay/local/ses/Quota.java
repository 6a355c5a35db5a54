package org.aliasrelay.local.ses;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** What may be sent now. SES counts recipients, not messages. */
final class Quota {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Clock clock;
  private final Deque<Sent> sent = new ArrayDeque<>();

  /** Recipients in {@link #sent}: nobody counts a day's mail with each send. */
  private long inLastDay;

  private SendingSettings settings = SendingSettings.UNLIMITED;

  private record Sent(Instant at, int recipients) {}

  Quota(Clock clock) {
    this.clock = clock;
  }

  synchronized SendingSettings settings() {
    return settings;
  }

  synchronized void set(SendingSettings wanted) {
    settings = wanted;
  }

  /** Fails as a test has asked for, whatever is sent. */
  synchronized void failIfAsked() throws SesException {
    if (settings.paused()) {
      throw new SesException(SesError.SENDING_PAUSED, "Email sending is paused for this account.");
    }
    if (settings.failNext() > 0) {
      settings = settings.afterFailure();
      throw new SesException(settings.error(), "Asked for by /_local/ses.");
    }
  }

  /** Counts a send, if it is within both limits. */
  synchronized void take(int recipients) throws SesException {
    var now = clock.instant();
    forget(now);
    if (inLastDay + recipients > settings.max24Hour().orElse(Long.MAX_VALUE)) {
      throw new SesException(SesError.TOO_MANY_REQUESTS, "Daily message quota exceeded.");
    }
    long inLastSecond = since(now.minus(SECOND));
    // The first of a second always goes, or a message to many could never be sent at a low rate.
    if (inLastSecond > 0
        && inLastSecond + recipients > settings.maxSendRate().orElse(Long.MAX_VALUE)) {
      throw new SesException(SesError.TOO_MANY_REQUESTS, "Maximum sending rate exceeded.");
    }
    sent.addLast(new Sent(now, recipients));
    inLastDay += recipients;
  }

  synchronized long sentLast24Hours() {
    forget(clock.instant());
    return inLastDay;
  }

  private void forget(Instant now) {
    Instant start = now.minus(DAY);
    while (!sent.isEmpty() && !sent.getFirst().at().isAfter(start)) {
      inLastDay -= sent.removeFirst().recipients();
    }
  }

  private long since(Instant start) {
    long recipients = 0;
    for (var newest = sent.descendingIterator(); newest.hasNext(); ) {
      var one = newest.next();
      if (!one.at().isAfter(start)) {
        break;
      }
      recipients += one.recipients();
    }
    return recipients;
  }
}
