package org.aliasrelay.e2e.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the relay is at while a fault strikes. */
enum Pass {
  /** A mail goes to an alias, and on to its owner. */
  FORWARD {
    @Override
    Errand prepare(Stage stage) {
      return ForwardErrand.prepare(stage.world());
    }
  },

  /** An owner answers a mail, and the answer goes out to whoever wrote it. */
  REPLY {
    @Override
    Errand prepare(Stage stage) {
      return ReplyErrand.prepare(stage);
    }
  },

  /** A mail goes on to its owner, whose provider refuses it for good. */
  BOUNCE {
    @Override
    Errand prepare(Stage stage) {
      return BounceErrand.prepare(stage.world());
    }
  };

  /** All that comes before it, without anything to strike. */
  abstract Errand prepare(Stage stage);

  /** The one that is called so, if there is one. */
  static Optional<Pass> named(String name) {
    return Arrays.stream(values()).filter(pass -> pass.toString().equals(name)).findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
