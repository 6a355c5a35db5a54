package org.aliasrelay.alias.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.InternalApi;
import org.aliasrelay.alias.testing.LogLines;
import org.aliasrelay.alias.testing.People;
import org.junit.jupiter.api.Test;

/** Invariant 1, as far as this service can break it: a canary is put in everywhere, and sought. */
@IntegrationTest
class NothingReadableIT {
  private static final String PATH = "/api/v1/relayaddresses/";

  @Inject People people;
  @Inject InternalApi internal;
  @Inject AgroalDataSource database;

  @Test
  void noTableAndNoLogLineHoldsWhatPeopleGaveUs() throws SQLException {
    String canary = "canary" + UUID.randomUUID().toString().replace("-", "");
    List<String> secrets = new ArrayList<>(List.of(canary));
    LogLines log = new LogLines();
    Logger root = Logger.getLogger("");
    root.addHandler(log);
    try {
      secrets.addAll(useEverything(canary));
    } finally {
      root.removeHandler(log);
    }

    for (String secret : secrets) {
      assertThat(rowsWith(secret)).isEmpty();
      assertThat(log.with(secret)).isEmpty();
    }
    assertThat(log.lines()).as("something was logged at all").isNotEmpty();
  }

  @Test
  void theSearchFindsWhatIsThere() throws SQLException {
    assertThat(rowsWith("accounts aliases contacts")).isNotEmpty();
  }

  /** Uses every way in by which an address or a label can come, the wrong ways too. */
  private List<String> useEverything(String canary) {
    String primary = canary + "@mailbox.test";
    RequestSpecification me = People.with(people.keyOf(primary, People.ALL_SCOPES));
    String key =
        me.body(Map.of("name", canary, "scopes", List.of("aliases:read")))
            .post("/api/v1/keys/")
            .then()
            .statusCode(201)
            .extract()
            .path("key");
    String alias =
        me.body(Map.of("description", canary, "generated_for", canary, "used_on", canary))
            .post(PATH)
            .then()
            .statusCode(201)
            .body("description", equalTo(canary))
            .extract()
            .path("full_address");
    String sender = canary + "@sender.test";
    Route.Forward route = (Route.Forward) internal.route("m", alias, Optional.of(sender));
    DeliveryPlan.Forward plan = (DeliveryPlan.Forward) internal.planOf("m", route.token(), sender);
    String reverse = plan.reverseAliases().getFirst().reverse().value();
    internal.route("m", reverse, Optional.of(primary));

    me.body("{\"description\":\"" + canary).post(PATH).then().statusCode(400);
    me.body("{\"enabled\":\"" + canary + "\"}").post(PATH).then().statusCode(400);
    me.get(PATH + canary).then().statusCode(404);
    me.get("/" + canary + "?q=" + canary).then().statusCode(404);
    People.with("ar_" + canary).get(PATH).then().statusCode(401);
    internal
        .service()
        .body("{\"mailId\":\"m\",\"recipient\":\"" + canary + " @x\"}")
        .post("/internal/routes")
        .then()
        .statusCode(400);
    Logger.getLogger("org.aliasrelay.test").info("the canary has been everywhere");
    return List.of(alias, alias.substring(0, alias.indexOf('@')), reverse, key);
  }

  /** Tables whose rows hold the text, be it as text or as bytes. */
  private List<String> rowsWith(String secret) throws SQLException {
    String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
    List<String> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        try (ResultSet rows = statement.executeQuery("select t::text from alias." + table + " t")) {
          while (rows.next()) {
            String row = rows.getString(1).toLowerCase(Locale.ROOT);
            if (row.contains(secret.toLowerCase(Locale.ROOT)) || row.contains(hex)) {
              found.add(table);
            }
          }
        }
      }
    }
    return found;
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet names =
        statement.executeQuery("select tablename from pg_tables where schemaname = 'alias'")) {
      while (names.next()) {
        tables.add(names.getString(1));
      }
    }
    return tables;
  }
}
