package org.aliasrelay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@WithRelay
class TelemetryIT {
  private static final Map<String, String> EVENT = Map.of("event", "add_to_browser_clicked");

  @Test
  void countsAnInteraction(World world) {
    int before = clicks(world);
    assertThat(post(world, EVENT).status()).isEqualTo(204);
    Awaitility.await().untilAsserted(() -> assertThat(clicks(world)).isEqualTo(before + 1));
  }

  @Test
  void refusesAnEventOutsideTheList(World world) {
    assertThat(post(world, Map.of("event", "read_my_mail")).status()).isEqualTo(400);
  }

  @Test
  void doNotTrackLeavesNoTrace(World world) {
    int before = clicks(world);
    assertThat(post(world, EVENT, "DNT", "1").status()).isEqualTo(204);
    assertThat(post(world, EVENT, "Sec-GPC", "1").status()).isEqualTo(204);
    // A third, counted one shows that the first two would have been counted by now.
    assertThat(post(world, EVENT).status()).isEqualTo(204);
    Awaitility.await().untilAsserted(() -> assertThat(clicks(world)).isGreaterThan(before));
    assertThat(clicks(world)).isEqualTo(before + 1);
  }

  @Test
  void countsForwardedMail(World world) {
    int before = sum(stats(world).path("relay"));
    String alias = world.newAliasAddress();
    Letter letter = Letter.from("bea");
    world.postOffice().send(letter.sender(), letter.to(alias), alias);
    Awaitility.await()
        .untilAsserted(() -> assertThat(sum(stats(world).path("relay"))).isGreaterThan(before));
  }

  private static Web.Answer post(World world, Object event, String... fields) {
    String[] all = new String[fields.length + 2];
    System.arraycopy(fields, 0, all, 0, fields.length);
    all[fields.length] = "Accept";
    all[fields.length + 1] = "application/json";
    return world.web().postWith(world.stack().url("telemetry") + "/interactions", event, all);
  }

  private static int clicks(World world) {
    return stats(world).path("interactions").path("add_to_browser_clicked").asInt();
  }

  private static JsonNode stats(World world) {
    return world.web().get(world.stack().url("telemetry") + "/stats").expect(200).json();
  }

  private static int sum(JsonNode counts) {
    int sum = 0;
    for (JsonNode count : counts) {
      sum += count.asInt();
    }
    return sum;
  }
}
