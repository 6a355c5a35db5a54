package org.aliasrelay.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** A stack of its own, on free ports and in a temporary folder, run by {@code ./relay}. */
public final class RelayStack implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = Path.of(System.getProperty("relay.root", "."));
  private static final int MINUTES = 5;
  private static final int SIGINT = 2;

  private final Path home;
  private final Map<String, String> ports;
  private final AtomicBoolean closed = new AtomicBoolean();

  private RelayStack(Path home, Map<String, String> ports) {
    this.home = home;
    this.ports = ports;
    // A run that is interrupted must not leave processes behind.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** What a call of the launcher came to. */
  public record Outcome(int exitCode, String output) {}

  /** A folder and ports; nothing runs yet. */
  public static RelayStack prepare() throws IOException {
    return prepare("");
  }

  /** The same, with a settings file. */
  public static RelayStack prepare(String settings) throws IOException {
    Path home = Files.createTempDirectory("relay-e2e-");
    Files.writeString(home.resolve("settings.properties"), settings);
    return new RelayStack(home, StackPorts.find());
  }

  /** Where all that belongs to it is. */
  public Path home() {
    return home;
  }

  /** A port by its name in {@code RELAY_PORT_…}. */
  public int port(String name) {
    return Integer.parseInt(ports.getOrDefault("RELAY_PORT_" + name, "0"));
  }

  /** Runs {@code ./relay command --home …} to its end. */
  public Outcome relay(String... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile("relay-e2e-output-", ".txt");
    try {
      Process process = launch(output.toFile(), arguments);
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("./relay did not end: " + Files.readString(output));
      }
      return new Outcome(process.exitValue(), Files.readString(output));
    } finally {
      Files.delete(output);
    }
  }

  /** Starts {@code ./relay command --home …}. */
  public Process launch(File output, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (ignoresInterrupts()) {
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.add(ROOT.resolve("relay").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--home", home.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(output);
    builder.environment().putAll(ports);
    builder.environment().put("RELAY_NO_BUILD", "1");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.start();
  }

  /** A build in the background ignores Ctrl-C, and so would all that it starts. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> new BigInteger(line.substring("SigIgn:".length()).strip(), 16))
        .anyMatch(signals -> signals.testBit(SIGINT - 1));
  }

  /** {@code ./relay up -d}, which must work. */
  public String up() throws IOException, InterruptedException {
    Outcome outcome = relay("up", "-d");
    if (outcome.exitCode() != 0) {
      throw new IllegalStateException("./relay up -d failed:\n" + outcome.output());
    }
    return outcome.output();
  }

  /** {@code stack.json}. */
  public JsonNode file() {
    return json(home.resolve("stack.json"));
  }

  /** A member of that. */
  public String url(String key) {
    return file().path(key).asText();
  }

  /** The process of a part. */
  public long pid(String part) {
    return json(home.resolve("run").resolve(part + ".json")).path("pid").asLong();
  }

  /** Stops a part where it stands, warm as it is; {@link #resume} lets it go on. */
  public void pause(String part) throws IOException, InterruptedException {
    signal("STOP", pid(part));
  }

  public void resume(String part) throws IOException, InterruptedException {
    signal("CONT", pid(part));
  }

  /** Sends a signal that only {@code kill} can send. */
  public static void signal(String name, long pid) throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid));
    if (kill.inheritIO().start().waitFor() != 0) {
      throw new IOException("kill -" + name + " did not work");
    }
  }

  /** {@code kill -9}. */
  public void kill(String part) {
    ProcessHandle.of(pid(part)).orElseThrow().destroyForcibly();
  }

  /** Every process that was started for this stack. */
  public List<ProcessHandle> processes() {
    String mark = home.toString();
    return ProcessHandle.allProcesses()
        .filter(handle -> handle.pid() != ProcessHandle.current().pid())
        .filter(handle -> handle.info().commandLine().orElse("").contains(mark))
        .toList();
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
      processes().forEach(ProcessHandle::destroyForcibly);
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
