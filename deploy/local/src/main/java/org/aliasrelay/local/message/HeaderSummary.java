package org.aliasrelay.local.message;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The header fields of a message as SES repeats them in its notifications and events. */
public final class HeaderSummary {

  /** SES leaves out what comes after this many octets, and says so. */
  private static final int MAX_OCTETS = 10 * 1024;

  private HeaderSummary() {}

  /**
   * Adds {@code headersTruncated}, {@code headers} and {@code commonHeaders}.
   *
   * @param returnPath the envelope sender, as SES reports it
   */
  public static void addTo(JsonObject mail, List<HeaderField> fields, String returnPath) {
    var headers = new JsonArray();
    var kept = new ArrayList<HeaderField>();
    int octets = 0;
    boolean truncated = false;
    for (HeaderField field : fields) {
      octets += field.length();
      if (octets > MAX_OCTETS) {
        truncated = true;
        break;
      }
      kept.add(field);
      if (!field.name().isEmpty()) {
        headers.add(new JsonObject().put("name", field.name()).put("value", field.value()));
      }
    }
    mail.put("headersTruncated", truncated)
        .put("headers", headers)
        .put("commonHeaders", common(kept, returnPath));
  }

  private static JsonObject common(List<HeaderField> fields, String returnPath) {
    var common = new JsonObject().put("returnPath", returnPath);
    mailboxes(common, "from", fields, "From");
    text(common, "date", fields, "Date");
    mailboxes(common, "sender", fields, "Sender");
    mailboxes(common, "replyTo", fields, "Reply-To");
    mailboxes(common, "to", fields, "To");
    mailboxes(common, "cc", fields, "Cc");
    text(common, "messageId", fields, "Message-ID");
    text(common, "subject", fields, "Subject");
    return common;
  }

  private static void text(JsonObject out, String key, List<HeaderField> fields, String name) {
    fields.stream()
        .filter(field -> field.is(name))
        .findFirst()
        .ifPresent(field -> out.put(key, DecodedText.of(field.value())));
  }

  private static void mailboxes(JsonObject out, String key, List<HeaderField> fields, String name) {
    fields.stream()
        .filter(field -> field.is(name))
        .findFirst()
        .ifPresent(field -> out.put(key, new JsonArray(DecodedText.mailboxes(field.value()))));
  }
}
