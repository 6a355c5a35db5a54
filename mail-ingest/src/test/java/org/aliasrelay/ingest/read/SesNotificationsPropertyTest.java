package org.aliasrelay.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever a notification holds, reading it gives an outcome, and no outcome leads astray. */
class SesNotificationsPropertyTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SesNotifications notifications = new SesNotifications(new OurMail());

  @Property
  void neverThrowsOnAnyText(@ForAll String text) {
    assertThat(notifications.read(text)).isNotNull();
  }

  @Property
  void neverThrowsOnACutNotification(@ForAll @IntRange(max = 1_000) int length) {
    assertThat(notifications.read(Notifications.received().json().substring(0, length)))
        .isEqualTo(new Notification.Malformed(Notification.Fault.NOT_JSON));
  }

  @Property
  void neverLeadsAstrayWhateverStandsInAnyPlace(
      @ForAll @IntRange(max = 10_000) int place, @ForAll("anything") JsonNode value)
      throws IOException {
    JsonNode json = JSON.readTree(Notifications.received().json());
    List<Runnable> replacements = new ArrayList<>();
    collect(json, value, replacements);
    replacements.get(place % replacements.size()).run();

    if (notifications.read(json.toString()) instanceof Notification.Received(ReceivedMail mail)) {
      assertThat(mail.vaultKey().value()).endsWith(mail.id().value()).doesNotContain("..");
      assertThat(json.at("/receipt/action/bucketName").asText()).isEqualTo(Notifications.BUCKET);
    }
  }

  private static void collect(JsonNode json, JsonNode value, List<Runnable> replacements) {
    switch (json) {
      case ObjectNode object ->
          object
              .properties()
              .forEach(
                  member -> {
                    replacements.add(() -> object.set(member.getKey(), value));
                    collect(member.getValue(), value, replacements);
                  });
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          int index = i;
          replacements.add(() -> array.set(index, value));
          collect(array.get(i), value, replacements);
        }
      }
      default -> {}
    }
  }

  @Provide
  Arbitrary<JsonNode> anything() {
    Arbitrary<JsonNode> leaves =
        Arbitraries.oneOf(
            Arbitraries.strings().map(NODES::textNode),
            Arbitraries.of("<>", "@", "a@b", "../x", "PASS", "x".repeat(3_000))
                .map(NODES::textNode),
            Arbitraries.integers().map(NODES::numberNode),
            Arbitraries.doubles().map(NODES::numberNode),
            Arbitraries.of(true, false).map(NODES::booleanNode),
            Arbitraries.create(NODES::nullNode),
            Arbitraries.create(NODES::objectNode));
    return Arbitraries.oneOf(
        leaves, leaves.list().ofMaxSize(3).map(items -> NODES.arrayNode().addAll(items)));
  }
}
