package org.aliasrelay.local.mailbox;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * A delivered message as lists show it. Prints its id only.
 *
 * @param id sorts by arrival
 * @param to the envelope recipient
 * @param from the From field, decoded
 * @param size octets as delivered
 */
record StoredMail(
    String id, String to, String from, String subject, Instant receivedAt, long size) {

  JsonObject json() {
    return new JsonObject()
        .put("id", id)
        .put("to", to)
        .put("from", from)
        .put("subject", subject)
        .put("receivedAt", receivedAt.toString())
        .put("size", size);
  }

  static StoredMail of(JsonObject json) {
    return new StoredMail(
        json.getString("id"),
        json.getString("to"),
        json.getString("from"),
        json.getString("subject"),
        Instant.parse(json.getString("receivedAt")),
        json.getLong("size"));
  }

  @Override
  public String toString() {
    return "StoredMail[" + id + "]";
  }
}
