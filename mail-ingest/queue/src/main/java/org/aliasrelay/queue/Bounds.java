package org.aliasrelay.queue;

/** Settings have bounds, which their Javadoc tells. Outside of them a service does not start. */
public final class Bounds {
  private Bounds() {}

  /**
   * Passes a value from the least to the most.
   *
   * @throws IllegalArgumentException that names the setting, for any other
   */
  public static <T extends Comparable<T>> void check(String setting, T value, T least, T most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s is %s, and must be from %s to %s".formatted(setting, value, least, most));
    }
  }
}
