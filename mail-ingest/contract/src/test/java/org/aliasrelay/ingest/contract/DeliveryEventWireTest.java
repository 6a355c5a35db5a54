package org.aliasrelay.ingest.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change on the wire is a visible diff of the golden file. */
class DeliveryEventWireTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final DeliveryEvent EVENT =
      DeliveryEvent.of("4f2a9c", 2, "0100019aa1b2c3d4-example-000000");

  @Test
  void readsTheGoldenFile() throws IOException {
    assertThat(JSON.treeToValue(golden(), DeliveryEvent.class)).isEqualTo(EVENT);
  }

  @Test
  void writesTheGoldenFile() throws IOException {
    assertThat(JSON.<JsonNode>valueToTree(EVENT)).isEqualTo(golden());
  }

  @Test
  void refusesTagsThatNameNoAttempt() {
    assertThatThrownBy(() -> DeliveryEvent.of("4f2a9c", 0, "id"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DeliveryEvent.of("x".repeat(65), 1, "id"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\0", "\u00e4", "a\n"})
  void refusesWhatIsNoMessageIdOfSes(String id) {
    assertThatThrownBy(() -> DeliveryEvent.of("4f2a9c", 1, id))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static JsonNode golden() throws IOException {
    try (InputStream file =
        DeliveryEventWireTest.class.getResourceAsStream("/golden/delivery-event.v1.json")) {
      return JSON.readTree(Objects.requireNonNull(file));
    }
  }
}
