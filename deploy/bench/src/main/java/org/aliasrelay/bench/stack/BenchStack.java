package org.aliasrelay.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.aliasrelay.testkit.StackPorts;

/** A stack in a temporary folder and on ports of its own, run by {@code ./relay}. */
final class BenchStack implements AutoCloseable {
  /** The services that a mail goes through. */
  static final List<String> SERVICES =
      List.of("alias-api", "mail-ingest", "forwarder", "telemetry");

  static final String CLOUD = "local-cloud";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MINUTES = 5;

  /** None of the mail is a flood. */
  private static final String GENEROUS =
      """
      relay.shares.alias-burst=10000000
      relay.shares.owner-burst=10000000
      relay.shares.prompt-burst=10000000
      relay.shares.owner-prompt-burst=10000000
      """;

  private final Path relay;
  private final Path home;
  private final Map<String, String> ports;
  private final AtomicBoolean closed = new AtomicBoolean();

  private BenchStack(Path relay, Path home, Map<String, String> ports) {
    this.relay = relay;
    this.home = home;
    this.ports = Map.copyOf(ports);
    // A run that is interrupted must not leave processes behind.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** Starts one where nobody has more than a share, whatever comes. */
  static BenchStack startGenerous(Path root) throws IOException, InterruptedException {
    return start(root, GENEROUS);
  }

  /** Starts one as everybody has it. */
  static BenchStack startUsual(Path root) throws IOException, InterruptedException {
    return start(root, "");
  }

  private static BenchStack start(Path root, String settings)
      throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("relay-bench-");
    Files.writeString(home.resolve("settings.properties"), settings);
    BenchStack stack = new BenchStack(root.resolve("relay"), home, StackPorts.find());
    stack.relay("up", "-d");
    return stack;
  }

  private void relay(String... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile("relay-bench-output-", ".txt");
    try {
      List<String> command = new ArrayList<>(List.of(relay.toString()));
      command.addAll(List.of(arguments));
      command.addAll(List.of("--home", home.toString()));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .redirectOutput(output.toFile());
      builder.environment().putAll(ports);
      builder.environment().put("RELAY_NO_BUILD", "1");
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      Process process = builder.start();
      boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      if (!ended || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("./relay " + arguments[0] + ": " + Files.readString(output));
      }
    } finally {
      Files.delete(output);
    }
  }

  /** A member of {@code stack.json}. */
  String address(String name) {
    return json(home.resolve("stack.json")).path(name).asText();
  }

  ProcessHandle process(String part) {
    long pid = json(home.resolve("run").resolve(part + ".json")).path("pid").asLong();
    return ProcessHandle.of(pid).orElseThrow();
  }

  /**
   * Every process of PostgreSQL; the first names the home in its command, the rest stem from it.
   */
  List<ProcessHandle> database() {
    return ProcessHandle.allProcesses()
        .filter(one -> one.info().command().orElse("").endsWith("postgres"))
        .filter(one -> one.info().commandLine().orElse("").contains(home.toString()))
        .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
        .distinct()
        .toList();
  }

  /** Stops a part where it stands, warm as it is; {@link #resume} lets it go on. */
  void pause(String part) throws IOException, InterruptedException {
    signal("-STOP", part);
  }

  void resume(String part) throws IOException, InterruptedException {
    signal("-CONT", part);
  }

  private void signal(String signal, String part) throws IOException, InterruptedException {
    String pid = Long.toString(process(part).pid());
    if (new ProcessBuilder("kill", signal, pid).inheritIO().start().waitFor() != 0) {
      throw new IOException("kill " + signal + " failed");
    }
  }

  /** Ends all services and leaves the local cloud. */
  void endServices() {
    SERVICES.stream()
        .map(this::process)
        .peek(ProcessHandle::destroy)
        .toList()
        .forEach(service -> service.onExit().join());
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      relay("down");
      delete(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> walk = Files.walk(folder)) {
      deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.deleteIfExists(each);
    }
  }
}
