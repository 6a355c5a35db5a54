package org.aliasrelay.launcher;

import org.aliasrelay.launcher.proof.Courier;
import org.aliasrelay.launcher.proof.FieldChange;
import org.aliasrelay.launcher.proof.Mailbox;

/** Prints what happened to one mail. */
final class Journey {
  private static final int NAME_WIDTH = 12;

  private final Console console;

  Journey(Console console) {
    this.console = console;
  }

  void print(String alias, Courier.Delivery.Arrived arrived, Mailbox mailbox) {
    console.line("  %-12s %s".formatted("alias", console.bold(alias)));
    console.line("  %-12s after %s".formatted("SMTP took it", Tables.brief(arrived.smtp())));
    console.line(
        "  %-12s %s later, in the owner's mailbox"
            .formatted("it arrived", Tables.brief(arrived.relay())));
    console.line(
        "  %-12s %,d bytes, every one as sent".formatted("its body", arrived.sent().body().length));
    console.line("  %-12s %s".formatted("source", mailbox.raw(arrived.found().id())));
    console.gap();
    console.heading("What the sender wrote (-), and what the owner got (+)");
    for (FieldChange change : FieldChange.between(arrived.sent(), arrived.found().mail())) {
      print(change);
    }
  }

  private void print(FieldChange change) {
    switch (change) {
      case FieldChange.Kept kept -> field(kept.name(), " ", kept.value());
      case FieldChange.Changed changed -> {
        field(changed.name(), "-", changed.before());
        field("", "+", console.good(changed.after()));
      }
      case FieldChange.Removed removed -> {
        field(removed.name(), "-", removed.before());
        field("", "+", console.faint("(removed)"));
      }
      case FieldChange.Added added -> field(added.name(), "+", console.good(added.after()));
    }
  }

  private void field(String name, String mark, String value) {
    String column = name;
    if (name.length() > NAME_WIDTH) {
      console.line("  " + name);
      column = "";
    }
    console.line("  %-12s %s %s".formatted(column, mark, value));
  }
}
