package org.aliasrelay.alias.contract;

/**
 * Queue {@code notices}: alias-api has something to tell an owner. The forwarder asks for it with
 * {@code POST /internal/notices} and sends it, once, however often this message comes.
 *
 * @param version {@value #VERSION}
 * @param noticeId names the notice, and says nothing else; 1 to 64 letters, digits and dashes
 */
public record NoticeDue(int version, String noticeId) {

  /** The version this code writes, and the only one it reads. */
  public static final int VERSION = 1;

  private static final int MAX_LENGTH = 64;

  /**
   * @throws IllegalArgumentException if the id is none
   */
  public NoticeDue {
    if (noticeId.isEmpty()
        || noticeId.length() > MAX_LENGTH
        || !noticeId.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-'))) {
      throw new IllegalArgumentException("not a notice id");
    }
  }

  /** A notice in the current version. */
  public static NoticeDue of(String noticeId) {
    return new NoticeDue(VERSION, noticeId);
  }
}
