package org.aliasrelay.alias.contacts;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;

/** A contact as its owner sees it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ContactJson(
    long id, String address, String reverseAlias, boolean blocked, Instant createdAt) {
  static ContactJson of(Contact contact) {
    return new ContactJson(
        contact.id().value(),
        contact.address().value(),
        contact.reverse().value(),
        contact.blocked(),
        contact.createdAt());
  }

  @Override
  public String toString() {
    return "[contact]";
  }
}
