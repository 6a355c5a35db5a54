package org.aliasrelay.forward.rewrite;

/**
 * A text that is read only so often. The pattern of an address with details begins to match at
 * every third letter of a text that is made for it, and goes on for some sixty each time; for a
 * reply of many megabytes that would be minutes of a processor.
 */
final class MeteredText implements CharSequence {
  /** For each letter; other texts take two, and one of nothing but addresses five. */
  private static final int READS = 32;

  /** Short texts may do what they like. */
  private static final int AT_LEAST = 1_000_000;

  private final String text;
  private long left;

  MeteredText(String text) {
    this.text = text;
    this.left = Math.max(AT_LEAST, (long) READS * text.length());
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new TooCostlyException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
