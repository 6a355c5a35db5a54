package org.aliasrelay.forward.open;

/** What anybody finds in packed octets. */
public sealed interface Opened {
  /** Nothing but what stands there: they are enciphered, or not packed at all. */
  record Nothing() implements Opened {}

  /**
   * What somebody signed.
   *
   * @param around what was unpacked on the way, such as the signers' names; may be empty
   * @param content a message, or a text
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares contents.
  record Content(byte[] around, byte[] content) implements Opened {
    @Override
    public String toString() {
      return "Content[" + content.length + " bytes]";
    }
  }

  /** It cannot be unpacked here, and may hold anything. */
  record Unknown() implements Opened {}
}
