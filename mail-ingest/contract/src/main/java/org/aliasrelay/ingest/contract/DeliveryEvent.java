package org.aliasrelay.ingest.contract;

import java.util.regex.Pattern;

/**
 * Queue {@code delivery-events}, to the forwarder: SES says that it took an attempt. After a crash
 * in the middle of a send, this is how the forwarder learns that there is nothing to send again.
 *
 * @param version {@value #VERSION}
 * @param delivery the tag {@code delivery} of the send: opaque, at most 64 characters
 * @param attempt the tag {@code attempt}, from 1
 * @param sesMessageId SES's name for what it took: 1 to 256 characters, printable ASCII without
 *     blanks
 */
public record DeliveryEvent(int version, String delivery, int attempt, String sesMessageId) {

  /** The version this code writes, and the only one it reads. */
  public static final int VERSION = 1;

  /** The longest tag, in characters. */
  public static final int MAX_TAG_LENGTH = 64;

  private static final Pattern SES_MESSAGE_ID = Pattern.compile("[!-~]{1,256}");

  /**
   * @throws IllegalArgumentException unless {@link #names} a send
   */
  public DeliveryEvent {
    if (!names(delivery, attempt, sesMessageId)) {
      throw new IllegalArgumentException("no send of ours");
    }
  }

  /** Whether these can be the tags of a send, and SES's name for it. */
  public static boolean names(String delivery, int attempt, String sesMessageId) {
    return !delivery.isEmpty()
        && delivery.length() <= MAX_TAG_LENGTH
        && attempt >= 1
        && SES_MESSAGE_ID.matcher(sesMessageId).matches();
  }

  /** An event in the current version. */
  public static DeliveryEvent of(String delivery, int attempt, String sesMessageId) {
    return new DeliveryEvent(VERSION, delivery, attempt, sesMessageId);
  }
}
