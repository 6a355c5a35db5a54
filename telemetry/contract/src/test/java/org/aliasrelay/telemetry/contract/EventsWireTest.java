package org.aliasrelay.telemetry.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A change on the wire, or of a closed list, is a visible diff of a golden file. */
class EventsWireTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final RelayEvent EVENT =
      RelayEvent.of("6f1d2c3b4a5968778695a4b3c2d1e0f1", RelayEvent.Kind.DROPPED_ALIAS_DISABLED);

  @Test
  void readsTheGoldenRelayEvent() throws IOException {
    assertThat(JSON.treeToValue(golden("relay-event.v1.json"), RelayEvent.class)).isEqualTo(EVENT);
  }

  @Test
  void writesTheGoldenRelayEvent() throws IOException {
    assertThat(JSON.<JsonNode>valueToTree(EVENT)).isEqualTo(golden("relay-event.v1.json"));
  }

  @Test
  void ignoresUnknownFields() throws IOException {
    JsonNode later = ((ObjectNode) golden("relay-event.v1.json")).put("addedLater", 1);

    assertThat(JSON.treeToValue(later, RelayEvent.class)).isEqualTo(EVENT);
  }

  @Test
  void refusesAnEventIdThatCouldCarryALetter() {
    assertThatThrownBy(
            () ->
                JSON.treeToValue(
                    ((ObjectNode) golden("relay-event.v1.json")).put("id", "x".repeat(65)),
                    RelayEvent.class))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsTheListOfRelayEventsClosed() throws IOException {
    assertThat(JSON.<JsonNode>valueToTree(RelayEvent.Kind.values()))
        .isEqualTo(golden("relay-event-kinds.v1.json"));
  }

  @Test
  void keepsTheListOfInteractionsClosed() throws IOException {
    assertThat(JSON.<JsonNode>valueToTree(InteractionEvent.values()))
        .isEqualTo(golden("interaction-events.json"));
  }

  @Test
  void findsEveryInteractionByItsWireName() throws IOException {
    assertThat(StreamSupport.stream(golden("interaction-events.json").spliterator(), false))
        .map(name -> InteractionEvent.named(name.asText()).orElseThrow())
        .containsExactly(InteractionEvent.values());
  }

  private static JsonNode golden(String file) throws IOException {
    try (InputStream content = EventsWireTest.class.getResourceAsStream("/golden/" + file)) {
      return JSON.readTree(content);
    }
  }
}
