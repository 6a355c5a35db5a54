package org.aliasrelay.ingest.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Builds SNS envelopes as SNS does: fields first, the signature over them last. What is set after
 * the signature is forged.
 */
public final class Envelopes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode json = JSON.createObjectNode();

  /** An envelope round a message, still unsigned. */
  public Envelopes(String message, String topicArn, Instant sent, String certificateUrl) {
    json.put("Type", "Notification")
        .put("MessageId", "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324")
        .put("TopicArn", topicArn)
        .put("Subject", "Amazon SES Email Receipt Notification")
        .put("Message", message)
        .put("Timestamp", sent.toString())
        .put("SignatureVersion", "2")
        .put("SigningCertURL", certificateUrl)
        .put("UnsubscribeURL", "https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe");
  }

  Envelopes with(String field, String value) {
    json.put(field, value);
    return this;
  }

  Envelopes without(String field) {
    json.remove(field);
    return this;
  }

  /** Signed as the topic is set to. */
  public Envelopes signedBy(SigningIdentity identity) {
    return signedBy(identity, "SHA256withRSA");
  }

  Envelopes signedBy(SigningIdentity identity, String algorithm) {
    byte[] content = SnsEnvelope.read(json()).orElseThrow().signedContent();
    return with("Signature", identity.sign(algorithm, content));
  }

  /** As it lies on the queue. */
  public String json() {
    return json.toString();
  }
}
