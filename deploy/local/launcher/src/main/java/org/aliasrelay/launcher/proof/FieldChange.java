package org.aliasrelay.launcher.proof;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of one header field on the way through the relay. */
public sealed interface FieldChange {
  /** Fields that a person would look at, in the order of a letter. */
  List<String> SHOWN =
      List.of(
          "From",
          "To",
          "Cc",
          "Reply-To",
          "Subject",
          "Date",
          "Message-ID",
          "List-Unsubscribe",
          "Disposition-Notification-To",
          "Return-Receipt-To");

  /** The field's name. */
  String name();

  /** As it was. */
  record Kept(String name, String value) implements FieldChange {}

  /** Another value. */
  record Changed(String name, String before, String after) implements FieldChange {}

  /** Gone. */
  record Removed(String name, String before) implements FieldChange {}

  /** New. */
  record Added(String name, String after) implements FieldChange {}

  /** All changes of the shown fields between two states of a mail. */
  static List<FieldChange> between(Mail before, Mail after) {
    return SHOWN.stream().flatMap(name -> of(name, before.field(name), after.field(name))).toList();
  }

  private static Stream<FieldChange> of(
      String name, Optional<String> before, Optional<String> after) {
    if (before.isEmpty()) {
      return after.<FieldChange>map(value -> new Added(name, value)).stream();
    }
    String old = before.get();
    return Stream.of(
        after
            .<FieldChange>map(
                value -> value.equals(old) ? new Kept(name, value) : new Changed(name, old, value))
            .orElseGet(() -> new Removed(name, old)));
  }
}
