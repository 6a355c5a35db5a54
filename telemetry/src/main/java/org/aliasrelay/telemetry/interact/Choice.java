package org.aliasrelay.telemetry.interact;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a person's browser says about being counted. */
enum Choice {
  /** Nothing against it. */
  COUNT,
  /**
   * {@code DNT: 1} (Tracking Preference Expression) or {@code Sec-GPC: 1} (Global Privacy Control).
   */
  LEAVE_NO_TRACE;

  static Choice of(HttpHeaders headers) {
    boolean refused =
        Stream.of("DNT", "Sec-GPC")
            .map(headers::getRequestHeader)
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .anyMatch(value -> value.strip().equals("1"));
    return refused ? LEAVE_NO_TRACE : COUNT;
  }
}
