package org.aliasrelay.launcher.stack;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * How to start a part, and how to see that it is ready.
 *
 * @param part what it starts
 * @param command program and arguments
 * @param environment what it gets on top of the few variables that every process needs
 * @param ready answers 200 when the part can work
 */
public record Recipe(Part part, List<String> command, Map<String, String> environment, URI ready) {
  /** Copies the collections. */
  public Recipe {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
