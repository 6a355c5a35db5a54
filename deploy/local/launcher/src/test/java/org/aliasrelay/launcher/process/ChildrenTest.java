package org.aliasrelay.launcher.process;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aliasrelay.launcher.stack.Home;
import org.aliasrelay.launcher.stack.Part;
import org.aliasrelay.launcher.stack.Recipe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {
  @TempDir Path folder;
  private final List<Part> killed = new ArrayList<>();
  private Home home = new Home(Path.of(""));
  private Children children = new Children(home, Clock.systemUTC());
  private Stopper stopper = new Stopper(children, home.cloud(), killed::add);

  @BeforeEach
  void makeHome() throws IOException {
    home = new Home(folder);
    home.create();
    children = new Children(home, Clock.systemUTC());
    stopper = new Stopper(children, home.cloud(), killed::add);
  }

  @AfterEach
  void killAll() {
    children.running().forEach(child -> child.handle().ifPresent(ProcessHandle::destroyForcibly));
  }

  @Test
  void laterRunFindsWhatAnEarlierOneStarted() throws Exception {
    Child started = start(Part.FORWARDER, "exec sleep 60");
    assertThat(new Children(home, Clock.systemUTC()).running(Part.FORWARDER)).contains(started);
  }

  @Test
  void processWithTheSameIdButAnotherStartIsSomebodyElse() throws Exception {
    Child started = start(Part.FORWARDER, "exec sleep 60");
    Child recycled =
        new Child(
            Part.FORWARDER, started.pid(), started.started().minusSeconds(60), started.command());
    assertThat(recycled.alive()).isFalse();
    stopper.stop(List.of(recycled));
    assertThat(started.alive()).isTrue();
  }

  @Test
  void outputGoesToTheLog() throws Exception {
    start(Part.TELEMETRY, "echo out; echo err >&2");
    await()
        .untilAsserted(
            () ->
                assertThat(LogFile.tail(home.log(Part.TELEMETRY), 10))
                    .contains("out", "err")
                    .first()
                    .asString()
                    .startsWith("---- telemetry starts at "));
  }

  @Test
  void partSeesItsSettingsAndNothingOfThePersonsShell() throws Exception {
    start(Part.TELEMETRY, "env");
    await()
        .untilAsserted(
            () -> {
              List<String> log = LogFile.tail(home.log(Part.TELEMETRY), 100);
              assertThat(log).contains("SETTING=value", "MALLOC_ARENA_MAX=2");
              assertThat(log).noneMatch(line -> line.startsWith("MAVEN_"));
            });
  }

  @Test
  void partIsInASessionOfItsOwn() throws Exception {
    Child child = start(Part.TELEMETRY, "exec sleep 60");
    await()
        .untilAsserted(
            () -> {
              Process ps =
                  new ProcessBuilder("ps", "-o", "pgid=", "-p", Long.toString(child.pid())).start();
              assertThat(new String(ps.getInputStream().readAllBytes(), US_ASCII).strip())
                  .isEqualTo(Long.toString(child.pid()));
            });
  }

  @Test
  void deadOnesAreRememberedUntilTheyAreStoppedOnPurpose() throws Exception {
    Child child = start(Part.FORWARDER, "exit 3");
    await().until(() -> !child.alive());
    assertThat(children.running(Part.FORWARDER)).isEmpty();
    assertThat(children.recorded(Part.FORWARDER)).contains(child);
    stopper.stop(List.of(child));
    assertThat(children.recorded(Part.FORWARDER)).isEmpty();
  }

  @Test
  void servicesStopBeforeTheLocalCloud() throws Exception {
    Path order = folder.resolve("order");
    Child cloud = start(Part.LOCAL_CLOUD, onTerm("echo cloud >> " + order));
    Child service = start(Part.FORWARDER, onTerm("echo service >> " + order));
    awaitReady(Part.LOCAL_CLOUD);
    awaitReady(Part.FORWARDER);
    stopper.stop(List.of(cloud, service));
    assertThat(Files.readAllLines(order)).containsExactly("service", "cloud");
    assertThat(killed).isEmpty();
  }

  private static String onTerm(String action) {
    return "trap '" + action + "; exit 0' TERM; echo ready; while :; do sleep 0.05; done";
  }

  private void awaitReady(Part part) {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> LogFile.tail(home.log(part), 5).contains("ready"));
  }

  private Child start(Part part, String script) throws IOException {
    return children.start(
        new Recipe(
            part,
            List.of("sh", "-c", script),
            Map.of("SETTING", "value"),
            URI.create("http://127.0.0.1:1/")));
  }
}
