package org.aliasrelay.ingest.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The notification of the test resources, for tests to change. */
public final class Notifications {
  public static final String BUCKET = "relay-mail";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode json;

  private Notifications(ObjectNode json) {
    this.json = json;
  }

  public static Notifications received() {
    try (InputStream file =
        Notifications.class.getResourceAsStream("/notifications/received.json")) {
      return new Notifications((ObjectNode) JSON.readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** About another mail, which lies at its own place in the vault. */
  public Notifications withMailId(String id) {
    set("/mail", "messageId", id);
    return set("/receipt/action", "objectKey", "mail/" + id);
  }

  public Notifications withRecipients(String... recipients) {
    return set("/receipt", "recipients", List.of(recipients));
  }

  public Notifications withVerdict(String name, String status) {
    return set("/receipt/" + name, "status", status);
  }

  /** Sets one member of the object at this JSON pointer. */
  public Notifications set(String pointer, String member, Object value) {
    ((ObjectNode) json.at(pointer)).set(member, JSON.<JsonNode>valueToTree(value));
    return this;
  }

  Notifications remove(String pointer, String member) {
    ((ObjectNode) json.at(pointer)).remove(member);
    return this;
  }

  public String json() {
    return json.toString();
  }
}
