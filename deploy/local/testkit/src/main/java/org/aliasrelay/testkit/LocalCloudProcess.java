package org.aliasrelay.testkit;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The packaged local cloud, running beside the test. Its data is below {@code deploy/local/target},
 * and is gone after {@link #close()}. It ends with this JVM, even if that is killed.
 */
public final class LocalCloudProcess implements AutoCloseable {

  /** A first start unpacks PostgreSQL, perhaps on a busy machine. */
  private static final Duration START = Duration.ofMinutes(2);

  private static final Duration STOP = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 50;

  private final LocalCloudSettings settings = LocalCloudSettings.onFreePorts();
  private final Path program;
  private final Path home;
  private Process process;

  private LocalCloudProcess(Path program, Path home) throws IOException {
    this.program = program;
    this.home = home;
    process = launch();
  }

  /** Starts a new, empty local cloud, and returns when it is ready. */
  public static LocalCloudProcess start() {
    Path target = projectRoot().resolve("deploy/local/target");
    Path program = target.resolve("local-cloud");
    if (!Files.isDirectory(program)) {
      throw new IllegalStateException(
          "the local cloud is not built: ./mvnw -pl deploy/local -am package -DskipTests");
    }
    try {
      Files.createDirectories(target.resolve("testkit"));
      Path home = Files.createTempDirectory(target.resolve("testkit"), "cloud-");
      var cloud = new LocalCloudProcess(program, home);
      cloud.awaitReady();
      return cloud;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public LocalCloudSettings settings() {
    return settings;
  }

  /** Everything the local cloud has on disk. */
  public Path data() {
    return home.resolve("data");
  }

  /** What the local cloud has written to its output since the first start. */
  public Path log() {
    return home.resolve("local-cloud.log");
  }

  public long pid() {
    return process.pid();
  }

  /** Ends it as a crash would: with {@code kill -9}. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Ends it as an operator would, keeping its data. */
  public void stop() {
    process.destroy();
    awaitEnd();
  }

  /** Starts it on the same ports with the same data, after {@link #kill()} or {@link #stop()}. */
  public void startAgain() {
    try {
      process = launch();
      awaitReady();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    stop();
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Process launch() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    var builder =
        new ProcessBuilder(
            java.toString(),
            "@" + program.resolve("jvm.options"),
            "-cp",
            program + "/*" + File.pathSeparator + program + "/lib/*",
            "org.aliasrelay.local.LocalCloud");
    builder.environment().putAll(settings.environment(data()));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private void awaitReady() throws IOException {
    var health =
        HttpRequest.newBuilder(settings.awsEndpoint().resolve("/_local/health"))
            .timeout(Duration.ofSeconds(5))
            .build();
    Instant end = Instant.now().plus(START);
    try (var client = HttpClient.newHttpClient()) {
      while (!isReady(client, health)) {
        if (process.waitFor(PAUSE_MILLIS, MILLISECONDS) || Instant.now().isAfter(end)) {
          process.destroyForcibly();
          throw new IllegalStateException(
              "the local cloud does not start:\n" + Files.readString(log()));
        }
      }
    } catch (InterruptedException stopped) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting the local cloud", stopped);
    }
  }

  private static boolean isReady(HttpClient client, HttpRequest health)
      throws InterruptedException {
    try {
      return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /**
   * The database outlives a killed local cloud by a moment, and still writes to the data folder.
   */
  private void awaitEnd() {
    try {
      if (!process.waitFor(STOP.toSeconds(), SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      Path database = data().resolve("database/cluster/postmaster.pid");
      Instant end = Instant.now().plus(STOP);
      while (Files.exists(database) && Instant.now().isBefore(end)) {
        MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static Path projectRoot() {
    String root = System.getProperty("relay.root");
    if (root == null) {
      throw new IllegalStateException("set the system property relay.root to the project's root");
    }
    return Path.of(root);
  }
}
