package org.aliasrelay.forward.wish;

/**
 * A body as its owner wishes it.
 *
 * @param bytes the very array that was given, where nothing had to be changed
 * @param trackersRemoved how many
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares bodies.
public record WishedBody(byte[] bytes, int trackersRemoved) {
  @Override
  public String toString() {
    return "WishedBody[" + bytes.length + " bytes]";
  }
}
