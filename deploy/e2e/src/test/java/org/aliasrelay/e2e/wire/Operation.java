package org.aliasrelay.e2e.wire;

/**
 * One thing that a service asks of another program.
 *
 * @param name the same each time it asks for the same thing
 * @param poll whether it asks for whatever there is: only an answer with something in it counts
 */
public record Operation(String name, boolean poll) {
  /** One that is done once for each time it is asked for. */
  public static Operation named(String name) {
    return new Operation(name, false);
  }

  static Operation poll(String name) {
    return new Operation(name, true);
  }

  @Override
  public String toString() {
    return name;
  }
}
