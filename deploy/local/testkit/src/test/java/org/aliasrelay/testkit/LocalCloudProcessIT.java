package org.aliasrelay.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class LocalCloudProcessIT {

  @Test
  void keepsDatabaseAndObjectsWhenKilled() throws SQLException {
    try (var cloud = LocalCloudProcess.start();
        var s3 = s3(cloud)) {
      execute(cloud, "create table ledger as select 42 as id");
      s3.putObject(put -> put.bucket("relay-mail").key("mail"), RequestBody.fromString("waiting"));

      cloud.kill();
      cloud.startAgain();

      execute(cloud, "select id from ledger");
      assertThat(s3.getObjectAsBytes(get -> get.bucket("relay-mail").key("mail")).asUtf8String())
          .isEqualTo("waiting");
    }
  }

  @Test
  void killedLocalCloudTakesItsDatabaseAlong() throws IOException {
    try (var cloud = LocalCloudProcess.start()) {
      Path pidFile = cloud.data().resolve("database/cluster/postmaster.pid");
      long database = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
      assertThat(isRunning(database)).isTrue();

      cloud.kill();

      await().atMost(Duration.ofSeconds(20)).until(() -> !isRunning(database));
    }
  }

  @Test
  void closedLocalCloudLeavesNoFiles() {
    Path data;
    try (var cloud = LocalCloudProcess.start()) {
      data = cloud.data();
      assertThat(data).isDirectory();
    }
    assertThat(data.getParent()).doesNotExist();
  }

  @Test
  void namesThePortThatIsInUse() throws Exception {
    try (var cloud = LocalCloudProcess.start()) {
      Path elsewhere = cloud.data().resolveSibling("elsewhere");
      var second = launch(cloud.settings().environment(elsewhere));

      assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(second.exitValue()).isEqualTo(1);
      assertThat(new String(second.getInputStream().readAllBytes(), UTF_8))
          .hasLineCount(1)
          .contains("port " + cloud.settings().awsPort() + " (LOCAL_CLOUD_AWS_PORT)");
    }
  }

  @Test
  void refusesADataFolderThatIsInUse() throws Exception {
    try (var cloud = LocalCloudProcess.start()) {
      var second = launch(LocalCloudSettings.onFreePorts().environment(cloud.data()));

      assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(second.exitValue()).isEqualTo(1);
      assertThat(new String(second.getInputStream().readAllBytes(), UTF_8))
          .contains("another local cloud uses");
      execute(cloud, "select 1");
    }
  }

  @Test
  void endsWithItsParent() throws Exception {
    var parent = new ProcessBuilder("sleep", "600").start();
    try (var home = LocalCloudProcess.start()) {
      var environment =
          new HashMap<>(
              LocalCloudSettings.onFreePorts().environment(home.data().resolveSibling("orphan")));
      environment.put("LOCAL_CLOUD_PARENT_PID", Long.toString(parent.pid()));
      var orphan = launch(environment);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () ->
                  Files.exists(
                      home.data().resolveSibling("orphan/database/cluster/postmaster.pid")));

      parent.destroyForcibly();

      assertThat(orphan.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(home.data().resolveSibling("orphan/database/cluster/postmaster.pid"))
          .doesNotExist();
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void logSaysNothingOfWhatPassesThrough() throws Exception {
    try (var cloud = LocalCloudProcess.start();
        var s3 = s3(cloud)) {
      s3.putObject(put -> put.bucket("relay-mail").key("canary"), RequestBody.fromString("canary"));
      assertThat(catchSql(cloud, "insert into nowhere values ('canary')")).isNotEmpty();

      cloud.stop();

      assertThat(cloud.log()).content().doesNotContain("canary");
      cloud.startAgain();
    }
  }

  private static Process launch(Map<String, String> environment) throws IOException {
    Path program = Path.of(System.getProperty("relay.root"), "deploy/local/target/local-cloud");
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + program.resolve("jvm.options"),
            "-cp",
            program + "/*:" + program + "/lib/*",
            "org.aliasrelay.local.LocalCloud");
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).start();
  }

  private static S3Client s3(LocalCloudProcess cloud) {
    return S3Client.builder()
        .endpointOverride(cloud.settings().awsEndpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(ApacheHttpClient.builder())
        .build();
  }

  private static void execute(LocalCloudProcess cloud, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                cloud.settings().jdbcUrl(), "forwarder", cloud.settings().databasePassword());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String catchSql(LocalCloudProcess cloud, String sql) {
    try {
      execute(cloud, sql);
      return "";
    } catch (SQLException refused) {
      return refused.getSQLState();
    }
  }

  /** A dead process that nobody has collected yet has no command line any more. */
  private static boolean isRunning(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().commandLine()).isPresent();
  }
}
