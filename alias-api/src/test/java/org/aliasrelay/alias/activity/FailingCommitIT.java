package org.aliasrelay.alias.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import org.aliasrelay.alias.contract.AliasActivity;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.InternalApi;
import org.aliasrelay.alias.testing.NewAlias;
import org.aliasrelay.alias.testing.People;
import org.aliasrelay.queue.Disposition;
import org.aliasrelay.queue.QueueMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All statements of a transaction did well, and then the database goes away. */
@IntegrationTest
class FailingCommitIT {
  private static final String MAIL = "mail-1";

  @Inject People people;
  @Inject InternalApi internal;
  @Inject ActivityConsumer consumer;
  @Inject ObjectMapper json;
  @Inject AgroalDataSource database;

  @BeforeEach
  void aFunctionThatHangsUp() throws SQLException {
    run(
        """
        create function alias.hang_up() returns trigger language plpgsql as
        $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$
        """);
  }

  private void hangUpAtCommitOf(String table) throws SQLException {
    run(
        "create constraint trigger hang_up after insert or update on alias."
            + table
            + " deferrable initially deferred for each row execute function alias.hang_up()");
  }

  @AfterEach
  void goOn() throws SQLException {
    run("drop function alias.hang_up() cascade");
  }

  private void run(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void isToldAsAnOutage() throws Exception {
    var me = people.somebody();
    hangUpAtCommitOf("alias");

    me.body("{}")
        .post("/api/v1/relayaddresses/")
        .then()
        .statusCode(503)
        .body("error_code", equalTo("unavailable"));
  }

  @Test
  void letsActivityWait() throws Exception {
    var me = people.somebody();
    NewAlias alias = NewAlias.of(me);
    Route.Forward route =
        (Route.Forward) internal.route(MAIL, alias.address(), Optional.of("a@sender.test"));
    hangUpAtCommitOf("activity_seen");
    String body =
        json.writeValueAsString(
            AliasActivity.of(MAIL, route.token(), AliasActivity.Kind.FORWARDED));

    assertThat(consumer.handle(new QueueMessage("1", body, 1)))
        .isEqualTo(new Disposition.Unavailable("database"));
  }
}
