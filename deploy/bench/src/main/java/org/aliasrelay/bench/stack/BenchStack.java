package org.aliasrelay.bench.stack;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.aliasrelay.testkit.RelayStack;

/** A stack in a temporary folder and on ports of its own, run by {@code ./relay}. */
final class BenchStack implements AutoCloseable {
  /** The services that a mail goes through. */
  static final List<String> SERVICES =
      List.of("alias-api", "mail-ingest", "forwarder", "telemetry");

  static final String CLOUD = "local-cloud";

  /** None of the mail is a flood. */
  private static final String GENEROUS =
      """
      relay.shares.alias-burst=10000000
      relay.shares.owner-burst=10000000
      relay.shares.prompt-burst=10000000
      relay.shares.owner-prompt-burst=10000000
      """;

  private final RelayStack stack;

  private BenchStack(RelayStack stack) {
    this.stack = stack;
  }

  /** Starts one where nobody has more than a share, whatever comes. */
  static BenchStack startGenerous() throws IOException, InterruptedException {
    return start(GENEROUS);
  }

  /** Starts one as everybody has it. */
  static BenchStack startUsual() throws IOException, InterruptedException {
    return start("");
  }

  private static BenchStack start(String settings) throws IOException, InterruptedException {
    RelayStack stack = RelayStack.prepare(settings);
    String _ = stack.up();
    return new BenchStack(stack);
  }

  /** A member of {@code stack.json}. */
  String address(String name) {
    return stack.url(name);
  }

  ProcessHandle process(String part) {
    return ProcessHandle.of(stack.pid(part)).orElseThrow();
  }

  /**
   * Every process of PostgreSQL; the first names the home in its command, the rest stem from it.
   */
  List<ProcessHandle> database() {
    return ProcessHandle.allProcesses()
        .filter(one -> one.info().command().orElse("").endsWith("postgres"))
        .filter(one -> one.info().commandLine().orElse("").contains(stack.home().toString()))
        .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
        .distinct()
        .toList();
  }

  /** Stops a part where it stands, warm as it is; {@link #resume} lets it go on. */
  void pause(String part) throws IOException, InterruptedException {
    stack.pause(part);
  }

  void resume(String part) throws IOException, InterruptedException {
    stack.resume(part);
  }

  /** Ends all services and leaves the local cloud. */
  void endServices() {
    SERVICES.stream()
        .map(this::process)
        .peek(ProcessHandle::destroy)
        .toList()
        .forEach(service -> service.onExit().join());
  }

  @Override
  public void close() {
    stack.close();
  }
}
