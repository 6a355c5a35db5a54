package org.aliasrelay.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.aliasrelay.local.TestPorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseIT {

  /** Shared with other tests: unpacking takes long. */
  private static final Path PROGRAMS = Path.of("target", "postgresql").toAbsolutePath();

  private static final String PASSWORD = "it's secret";

  private Path home;
  private final int port = TestPorts.free();
  private Database database;

  @BeforeEach
  void start(@TempDir Path home) {
    this.home = home;
    database = start(PASSWORD);
  }

  @AfterEach
  void stop() {
    database.close();
    await().until(() -> Postmaster.runningOn(home.resolve("cluster")).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"alias_api,alias", "forwarder,forwarder", "telemetry,telemetry"})
  void roleWorksInItsOwnSchema(String role, String schema) throws SQLException {
    execute(role, "create table thing (id int)");

    assertThat(query("postgres", "select schemaname from pg_tables where tablename = 'thing'"))
        .isEqualTo(schema);
    assertThat(query("postgres", "select tableowner from pg_tables where tablename = 'thing'"))
        .isEqualTo(role);
  }

  @Test
  void roleHasNoRightsOnAnotherSchema() throws SQLException {
    execute("alias_api", "create table account (id int)");

    for (String forbidden :
        new String[] {
          "select * from alias.account",
          "create table alias.intruder (id int)",
          "create table public.shared (id int)",
          "create schema other",
          "create temporary table scratch (id int)",
          "set role alias_api",
          "create database other"
        }) {
      assertThatExceptionOfType(SQLException.class)
          .as(forbidden)
          .isThrownBy(() -> execute("telemetry", forbidden))
          .withMessageContaining("permission denied");
    }
  }

  @Test
  void roleNeedsItsPassword() {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> DriverManager.getConnection(url(), "forwarder", "guess").close())
        .withMessageContaining("password authentication failed");
  }

  @Test
  void takesAChangedPasswordAtTheNextStart() throws SQLException {
    database.close();
    database = start("another");

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> execute("forwarder", "select 1"));
    DriverManager.getConnection(url(), "forwarder", "another").close();
  }

  @Test
  void keepsDataOverARestart() throws SQLException {
    execute("forwarder", "create table ledger as select 42 as id");

    database.close();
    database = start(PASSWORD);

    assertThat(query("forwarder", "select id from ledger")).isEqualTo("42");
  }

  @Test
  void startsTheServerAgainWhenItDies() throws Exception {
    execute("forwarder", "create table ledger as select 42 as id");

    for (int death = 0; death < 2; death++) {
      signal("-KILL");
      awaitDown();
      awaitUp();
      assertThat(query("forwarder", "select id from ledger")).isEqualTo("42");
      assertThat(query("postgres", "show fsync")).isEqualTo("on");
    }
  }

  /** A container may have nobody who collects the dead: such a process still takes signals. */
  @Test
  void startsTheServerAgainWhereItsNumberIsTaken() throws Exception {
    var bystander = new ProcessBuilder("sleep", "600").start();
    try {
      Path lockFile = home.resolve("cluster/postmaster.pid");
      String lock = Files.readString(lockFile);
      long dead = server().pid();
      Files.writeString(lockFile, lock.replaceFirst("\\d+", Long.toString(bystander.pid())));
      new ProcessBuilder("kill", "-KILL", Long.toString(dead)).start().waitFor();

      awaitDown();
      awaitUp();

      assertThat(query("postgres", "select 1")).isEqualTo("1");
      assertThat(bystander.isAlive()).isTrue();
    } finally {
      bystander.destroyForcibly();
    }
  }

  @Test
  void leavesAHaltedServerAlone() throws Exception {
    Postmaster halted = server();
    signal("-STOP");

    // Longer than two looks: nothing to wait for, as nothing is to happen.
    await()
        .during(Duration.ofMillis(1_500))
        .atMost(Duration.ofSeconds(10))
        .until(() -> database.isUp() && server().equals(halted));
    signal("-CONT");

    assertThat(query("postgres", "select 1")).isEqualTo("1");
    assertThat(server()).isEqualTo(halted);
  }

  @Test
  void stopsAServerLeftByAnEarlierRun() throws Exception {
    execute("forwarder", "create table ledger as select 42 as id");
    database.close();
    PgCtl.of(home.resolve("cluster")).restart(home.resolve("cluster"));
    assertThat(Postmaster.runningOn(home.resolve("cluster"))).isPresent();

    Database.stopLeftOver(home);

    assertThat(Postmaster.runningOn(home.resolve("cluster"))).isEmpty();
    database = start(PASSWORD);
    assertThat(query("forwarder", "select id from ledger")).isEqualTo("42");
  }

  @Test
  void leavesAnotherProcessWithARecycledIdAlone() throws IOException {
    var bystander = new ProcessBuilder("sleep", "600").start();
    try {
      Path other = home.resolve("other");
      Files.createDirectories(other.resolve("cluster"));
      Files.writeString(other.resolve("cluster/postmaster.pid"), bystander.pid() + "\n");

      Database.stopLeftOver(other);

      assertThat(bystander.isAlive()).isTrue();
    } finally {
      bystander.destroyForcibly();
    }
  }

  @Test
  void writesThroughToDiskAndStaysSmall() throws SQLException {
    assertThat(query("postgres", "show fsync")).isEqualTo("on");
    assertThat(query("postgres", "show synchronous_commit")).isEqualTo("on");
    assertThat(query("postgres", "show shared_buffers")).isEqualTo("32MB");
    assertThat(query("postgres", "show server_version")).startsWith("18");
  }

  @Test
  void startsAfterAFirstStartThatWasCutOff() throws Exception {
    Path half = home.resolve("half");
    Files.createDirectories(half.resolve("cluster"));
    Files.createFile(half.resolve("cluster/postgresql.conf"));
    int otherPort = TestPorts.free();

    try (var recovered = Database.start(half, PROGRAMS, "127.0.0.1", otherPort, PASSWORD)) {
      assertThat(recovered).isNotNull();
    }
  }

  private Postmaster server() {
    return Postmaster.runningOn(home.resolve("cluster")).orElseThrow();
  }

  private void signal(String signal) throws Exception {
    new ProcessBuilder("kill", signal, Long.toString(server().pid())).start().waitFor();
  }

  private void awaitDown() {
    await().pollInterval(Duration.ofMillis(5)).until(() -> !database.isUp());
  }

  private void awaitUp() {
    await().atMost(Duration.ofMinutes(1)).until(() -> database.isUp());
  }

  private Database start(String password) {
    return Database.start(home, PROGRAMS, "127.0.0.1", port, password);
  }

  private String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/relay";
  }

  private Connection connect(String role) throws SQLException {
    return DriverManager.getConnection(url(), role, role.equals("postgres") ? "" : PASSWORD);
  }

  private void execute(String role, String sql) throws SQLException {
    try (var connection = connect(role);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String query(String role, String sql) throws SQLException {
    try (var connection = connect(role);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
