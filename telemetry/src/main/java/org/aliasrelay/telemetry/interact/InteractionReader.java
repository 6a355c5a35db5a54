package org.aliasrelay.telemetry.interact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.aliasrelay.telemetry.contract.InteractionEvent;

/** Reads {@code {"event": …}}. Other members are ignored, and go nowhere. */
final class InteractionReader {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private InteractionReader() {}

  static Optional<InteractionEvent> read(byte[] body) {
    try {
      JsonNode event = JSON.readTree(new String(body, StandardCharsets.UTF_8)).path("event");
      return Optional.ofNullable(event.textValue()).flatMap(InteractionEvent::named);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
