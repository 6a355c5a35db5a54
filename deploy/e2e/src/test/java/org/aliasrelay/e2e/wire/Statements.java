package org.aliasrelay.e2e.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The statements and portals of one connection, so that an execution can be told by its SQL. */
final class Statements {
  private final Map<String, String> statements = new HashMap<>();
  private final Map<String, String> portals = new HashMap<>();

  /** Follows a message of the client; returns the SQL if it executes some. */
  Optional<String> follow(PostgresMessage message) {
    switch (message.type()) {
      case 'P' -> {
        String name = message.text(0);
        statements.put(name, message.text(message.end(0) + 1));
      }
      case 'B' -> {
        String portal = message.text(0);
        String statement = message.text(message.end(0) + 1);
        portals.put(portal, statements.getOrDefault(statement, ""));
      }
      case 'C' -> (message.body()[0] == 'S' ? statements : portals).remove(message.text(1));
      case 'E' -> {
        return Optional.ofNullable(portals.get(message.text(0)));
      }
      case 'Q' -> {
        return Optional.of(message.text(0));
      }
      default -> {}
    }
    return Optional.empty();
  }
}
