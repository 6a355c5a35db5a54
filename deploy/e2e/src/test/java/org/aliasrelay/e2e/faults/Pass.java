package org.aliasrelay.e2e.faults;

import java.util.Locale;
import java.util.Set;

/** What the relay is at while a fault strikes. */
enum Pass {
  /** A mail goes to an alias, and on to its owner. */
  FORWARD,
  /** A mail goes to an alias that has had its share, and waits for its turn. */
  WAIT,
  /** An owner answers a mail, and the answer goes out to whoever wrote it. */
  REPLY,
  /** A mail goes on to its owner, whose provider refuses it for good. */
  BOUNCE;

  /** All that comes before it, without anything to strike. */
  Errand prepare(Stage stage) {
    return switch (this) {
      case FORWARD -> ForwardErrand.prepare(stage.world());
      case WAIT -> ForwardErrand.prepareWaiting(stage);
      case REPLY -> ReplyErrand.prepare(stage);
      case BOUNCE -> BounceErrand.prepare(stage.world());
    };
  }

  /** What telemetry counts of it, each once. */
  Set<String> events() {
    return switch (this) {
      case FORWARD, WAIT -> Set.of(Totals.DECIDED, "mail_forwarded");
      case REPLY -> Set.of(Totals.DECIDED, "reply_sent");
      case BOUNCE -> Set.of(Totals.DECIDED, "mail_forwarded", "hard_bounce");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
