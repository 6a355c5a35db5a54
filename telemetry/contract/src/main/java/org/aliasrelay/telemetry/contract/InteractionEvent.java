package org.aliasrelay.telemetry.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person did in our pages, if they let us count it: never with {@code DNT: 1} or {@code
 * Sec-GPC: 1}. The list is closed.
 */
public enum InteractionEvent {
  /** Clicked "sign up". */
  SIGN_UP_CLICKED,
  /** Clicked "add to browser". */
  ADD_TO_BROWSER_CLICKED,
  /** Created an alias. */
  ALIAS_CREATED,
  /** Turned an alias off. */
  ALIAS_DISABLED,
  /** Deleted an alias. */
  ALIAS_DELETED;

  /** The name on the wire: lower case, with underscores. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The event of that name, or nothing: an unknown event is refused, not counted. */
  public static Optional<InteractionEvent> named(String wireName) {
    return Stream.of(values()).filter(event -> event.wireName().equals(wireName)).findFirst();
  }
}
