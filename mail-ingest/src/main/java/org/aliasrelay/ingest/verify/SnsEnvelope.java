package org.aliasrelay.ingest.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What SNS wraps round a message, field by field as received. SNS writes all of them but the
 * subject; one that is missing reads as empty.
 */
record SnsEnvelope(
    String type,
    String messageId,
    String topicArn,
    @Nullable String subject,
    String message,
    String timestamp,
    String signatureVersion,
    String signature,
    String signingCertUrl) {

  /** A field that is there twice could be signed once and read once. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static Optional<SnsEnvelope> read(String body) {
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    return Optional.of(
        new SnsEnvelope(
            text(json, "Type"),
            text(json, "MessageId"),
            text(json, "TopicArn"),
            json.path("Subject").textValue(),
            text(json, "Message"),
            text(json, "Timestamp"),
            text(json, "SignatureVersion"),
            text(json, "Signature"),
            text(json, "SigningCertURL")));
  }

  private static String text(JsonNode json, String field) {
    String text = json.path(field).textValue();
    return text == null ? "" : text;
  }

  /** The string that SNS signs: names and values in this order, a line feed after each. */
  byte[] signedContent() {
    StringBuilder content = new StringBuilder();
    append(content, "Message", message);
    append(content, "MessageId", messageId);
    if (subject != null) {
      append(content, "Subject", subject);
    }
    append(content, "Timestamp", timestamp);
    append(content, "TopicArn", topicArn);
    append(content, "Type", type);
    return content.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder content, String name, String value) {
    content.append(name).append('\n').append(value).append('\n');
  }

  /** Not the content: it holds addresses. */
  @Override
  public String toString() {
    return "SnsEnvelope";
  }
}
