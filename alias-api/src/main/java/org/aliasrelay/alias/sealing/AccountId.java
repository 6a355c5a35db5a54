package org.aliasrelay.alias.sealing;

import java.util.UUID;

/** An account, and so the owner of one data key. Random; it means nothing outside this service. */
public record AccountId(UUID value) {
  /** An id nobody has had before. */
  public static AccountId random() {
    return new AccountId(UUID.randomUUID());
  }
}
