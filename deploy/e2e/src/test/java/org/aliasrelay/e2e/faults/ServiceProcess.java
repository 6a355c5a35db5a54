package org.aliasrelay.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.aliasrelay.e2e.Web;
import org.aliasrelay.testkit.RelayStack;
import org.awaitility.Awaitility;

/** One running instance of a service. */
final class ServiceProcess {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration OFTEN = Duration.ofMillis(50);

  private final Process process;
  private final String ready;

  private ServiceProcess(Process process, String ready) {
    this.process = process;
    this.ready = ready;
  }

  /** Starts it, with its output at the end of that file. */
  static ServiceProcess start(Launch launch, Path log) {
    ProcessBuilder builder =
        new ProcessBuilder(launch.command())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    try {
      return new ServiceProcess(
          builder.start(),
          "http://127.0.0.1:" + launch.get("QUARKUS_HTTP_PORT") + "/q/health/ready");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ServiceProcess awaitReady() {
    Web web = new Web();
    Awaitility.await(ready)
        .atMost(PATIENCE)
        .pollInterval(OFTEN)
        .ignoreExceptions()
        .until(
            () -> {
              web.get(ready).expect(200);
              return true;
            });
    return this;
  }

  /** {@code kill -9}, and it is gone. */
  void kill() {
    process.destroyForcibly();
    await(process);
  }

  private static int await(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** {@code SIGSTOP}, and it stands still. */
  void stop() {
    signal("STOP");
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    Awaitility.await("a stopped process")
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> Files.readString(status).contains("State:\tT"));
  }

  /** {@code SIGCONT}. */
  void goOn() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      RelayStack.signal(name, process.pid());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
