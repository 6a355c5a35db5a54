package org.aliasrelay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator can watch. */
@WithRelay
class MetersIT {
  @ParameterizedTest
  @CsvSource({
    "ingest, relay_ingest_recipients_total{outcome=\"admitted\"",
    "ingest, relay_queue_waiting{queue=\"inbound-mail\"}",
    "forwarder, relay_deliveries_total{outcome=\"Finished\"}",
    "forwarder, relay_queue_waiting{queue=\"accepted-mail\"}",
    "telemetry, relay_queue_waiting{queue=\"relay-events\"}",
  })
  void eachServiceShowsItsMeters(String service, String meter, World world) {
    Letter letter = Letter.from("bea");
    String alias = world.newAliasAddress();
    world.postOffice().send(letter.sender(), letter.to(alias), alias);

    Awaitility.await().untilAsserted(() -> assertThat(meters(world, service)).contains(meter));
    assertThat(meters(world, service)).doesNotContain(alias, letter.sender());
  }

  /** Whatever somebody asks for is no tag. */
  @Test
  void aliasApiShowsWhatItHasOnItsInternalPort(World world) {
    String path = "/api/v1/ada@mailbox.test";
    assertThat(world.web().get(world.stack().url("api") + path).status()).isEqualTo(404);
    assertThat(world.web().preflight(world.stack().url("api") + path).status()).isEqualTo(200);

    String internal = "http://127.0.0.1:" + world.stack().port("INTERNAL") + "/internal/metrics";
    assertThat(world.web().get(internal).expect(200).text())
        .contains("relay_queue_waiting{queue=\"alias-activity\"}")
        .doesNotContain("ada@", "http_server");
  }

  @Test
  void aliasApiShowsNoneToThePublic(World world) {
    for (String path : List.of("/q/metrics", "/internal/metrics")) {
      assertThat(world.web().get(world.stack().url("api") + path).status()).isEqualTo(404);
    }
  }

  private static String meters(World world, String service) {
    return world.web().get(world.stack().url(service) + "/q/metrics").expect(200).text();
  }
}
