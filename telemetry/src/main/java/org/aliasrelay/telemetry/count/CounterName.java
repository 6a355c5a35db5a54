package org.aliasrelay.telemetry.count;

import java.util.Locale;
import org.aliasrelay.telemetry.contract.InteractionEvent;
import org.aliasrelay.telemetry.contract.RelayEvent;

/** What a count is of. Made from the closed lists only, so nothing else can be counted. */
public sealed interface CounterName {

  /** The counter's key in the database. */
  String key();

  /** Counts what happened in the mail path. */
  record OfRelay(RelayEvent.Kind kind) implements CounterName {
    @Override
    public String key() {
      return "relay." + wireName();
    }

    /** As it is shown. */
    public String wireName() {
      return kind.name().toLowerCase(Locale.ROOT);
    }
  }

  /** Counts what a person did. */
  record OfInteraction(InteractionEvent event) implements CounterName {
    @Override
    public String key() {
      return "interaction." + wireName();
    }

    /** As it is shown. */
    public String wireName() {
      return event.wireName();
    }
  }
}
