package org.aliasrelay.local.door;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.aliasrelay.local.door.Verdicts.Status;
import org.aliasrelay.local.message.HeaderField;
import org.aliasrelay.local.message.HeaderSummary;

/**
 * What SES publishes about a received mail that it has put in S3.
 *
 * @param fields of the object in S3, those of SES included
 */
record ReceiptNotification(
    MailId id,
    Envelope envelope,
    Verdicts verdicts,
    List<HeaderField> fields,
    Instant receivedAt,
    Duration processing) {

  static final String SUBJECT = "Amazon SES Email Receipt Notification";

  String json(StoredObject object, String topicArn) {
    return new JsonObject()
        .put("notificationType", "Received")
        .put("mail", mail())
        .put("receipt", receipt(object, topicArn))
        .encode();
  }

  private JsonObject mail() {
    var mail =
        new JsonObject()
            .put("timestamp", timestamp())
            .put("source", envelope.returnPath())
            .put("messageId", id.value())
            .put("destination", new JsonArray(envelope.recipients()));
    HeaderSummary.addTo(mail, fields, envelope.returnPath());
    return mail;
  }

  private JsonObject receipt(StoredObject object, String topicArn) {
    var receipt =
        new JsonObject()
            .put("timestamp", timestamp())
            .put("processingTimeMillis", processing.toMillis())
            .put("recipients", new JsonArray(envelope.recipients()))
            .put("spamVerdict", status(verdicts.spam()))
            .put("virusVerdict", status(verdicts.virus()))
            .put("spfVerdict", status(verdicts.spf()))
            .put("dkimVerdict", status(verdicts.dkim()))
            .put("dmarcVerdict", status(verdicts.dmarc()));
    if (verdicts.dmarc() == Status.FAIL) {
      receipt.put("dmarcPolicy", verdicts.policy().name().toLowerCase(Locale.ROOT));
    }
    return receipt.put(
        "action",
        new JsonObject()
            .put("type", "S3")
            .put("topicArn", topicArn)
            .put("bucketName", object.bucket())
            .put("objectKeyPrefix", object.prefix())
            .put("objectKey", object.key()));
  }

  private String timestamp() {
    return receivedAt.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static JsonObject status(Status status) {
    return new JsonObject().put("status", status.name());
  }

  @Override
  public String toString() {
    return "ReceiptNotification[" + id + "]";
  }
}
