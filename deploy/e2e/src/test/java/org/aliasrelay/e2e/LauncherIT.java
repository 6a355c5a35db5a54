package org.aliasrelay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.aliasrelay.testkit.RelayStack;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of a stack of its own, from refusals to a clean end; each step builds on the last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LauncherIT {
  private final RelayStack stack = prepare();
  private String firstAlias = "";

  private static RelayStack prepare() {
    try {
      return RelayStack.prepare();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeAll
  void startWithNothing() {
    assertThat(stack.processes()).isEmpty();
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  @Test
  @Order(1)
  void portInUseIsNamedWithItsSettingAndNothingIsLeftRunning() throws Exception {
    int port = stack.port("API");
    try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      RelayStack.Outcome outcome = stack.relay("up", "-d");
      assertThat(outcome.exitCode()).isNotZero();
      assertThat(outcome.output()).contains("Port " + port, "RELAY_PORT_API");
    }
    assertThat(stack.processes()).isEmpty();
  }

  @Test
  @Order(2)
  void serviceThatDiesIsNamedWithItsLogAndNothingIsLeftRunning() throws Exception {
    Path keyset = stack.home().resolve("keyset.json");
    Files.writeString(keyset, "this is no keyset");
    RelayStack.Outcome outcome = stack.relay("up", "-d");
    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.output())
        .contains("alias-api", stack.home().resolve("logs/alias-api.log").toString());
    Files.delete(keyset);
    Awaitility.await().untilAsserted(() -> assertThat(stack.processes()).isEmpty());
  }

  @Test
  @Order(3)
  void ctrlCStopsEverythingAndIsNoFailure() throws Exception {
    Path output = Files.createTempFile("relay-e2e-output-", ".txt");
    try {
      Process up = stack.launch(output.toFile(), "up");
      Awaitility.await("./relay up")
          .atMost(Duration.ofMinutes(3))
          .until(() -> !up.isAlive() || Files.readString(output).contains("Ctrl-C"));
      assertThat(up.isAlive()).as(Files.readString(output)).isTrue();
      firstAlias = stack.file().path("demo").path("alias").asText();
      assertThat(new ProcessBuilder("kill", "-INT", Long.toString(up.pid())).start().waitFor())
          .isZero();
      assertThat(up.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(up.exitValue()).as(Files.readString(output)).isZero();
    } finally {
      Files.delete(output);
    }
    Awaitility.await().untilAsserted(() -> assertThat(stack.processes()).isEmpty());
    assertThat(stack.home().resolve("stack.json")).doesNotExist();
  }

  @Test
  @Order(4)
  void secondStartKeepsAliasAndMail() throws Exception {
    assertThat(stack.up()).contains("it arrived");
    World world = new World(stack);
    assertThat(stack.file().path("demo").path("alias").asText()).isEqualTo(firstAlias);
    assertThat(world.inbox().subjects(world.primary()))
        .as("the mail of the start before, and of this one")
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  @Order(5)
  void upOnARunningStackStartsWhatHasDied() throws Exception {
    String alias = stack.file().path("demo").path("alias").asText();
    long ingest = stack.pid("mail-ingest");
    stack.kill("forwarder");
    stack.up();
    assertThat(stack.file().path("demo").path("alias").asText()).isEqualTo(alias);
    assertThat(stack.pid("mail-ingest")).isEqualTo(ingest);
    assertThat(stack.relay("status").exitCode()).isZero();
  }

  @Test
  @Order(6)
  void sendShowsWhatArrives() throws Exception {
    RelayStack.Outcome outcome = stack.relay("send");
    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    assertThat(outcome.output()).contains("orders@paper-and-ink.example", "Subject", "From");
  }

  @Test
  @Order(7)
  void downLeavesNothingRunning() throws Exception {
    assertThat(stack.relay("down").exitCode()).isZero();
    Awaitility.await().untilAsserted(() -> assertThat(stack.processes()).isEmpty());
    assertThat(stack.relay("down").output()).contains("Nothing runs");
  }
}
