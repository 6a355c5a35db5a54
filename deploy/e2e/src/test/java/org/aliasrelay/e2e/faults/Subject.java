package org.aliasrelay.e2e.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.aliasrelay.e2e.wire.HttpProxy;
import org.aliasrelay.e2e.wire.PostgresProxy;
import org.aliasrelay.testkit.RelayStack;

/**
 * The service under test. It takes the place of the one that {@code ./relay up} started, with the
 * same program and settings, but on wires of ours; beside it, and asleep for most of the time, is a
 * second instance on the real ones.
 */
final class Subject implements AutoCloseable {
  /**
   * A receive that a stopped process has waiting takes mail that nobody works on: let it not wait
   * for long. And what is killed every few seconds need not be compiled twice.
   */
  private static final Map<String, String> HURRIED =
      Map.of(
          "MP_MESSAGING_CONNECTOR_SMALLRYE_SQS_WAIT_TIME_SECONDS", "1",
          "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");

  private static final String DATABASE = "QUARKUS_DATASOURCE_JDBC_URL";
  private static final String HTTP = "QUARKUS_HTTP_PORT";
  private static final String INTERNAL = "RELAY_INTERNAL_PORT";

  private final String service;
  private final Fuse fuse = new Fuse();
  private final Path log;
  private final Launch ordinary;
  private final Launch wired;
  private final HttpProxy aws;
  private final HttpProxy internal;
  private final PostgresProxy database;
  private final ServiceProcess spare;
  private ServiceProcess main;
  private volatile UnaryOperator<String> change = UnaryOperator.identity();

  /** The service on its real wires, while another is under test. */
  record AtRest(Launch launch, ServiceProcess process) {}

  private Subject(RelayStack stack, String service, Launch ordinary, Runnable end)
      throws IOException {
    this.service = service;
    this.log = stack.home().resolve("logs").resolve(service + "-under-test.log");
    this.ordinary = ordinary;
    this.aws = new HttpProxy(stack.port("AWS"), fuse);
    this.internal = new HttpProxy(stack.port("INTERNAL"), fuse);
    this.database = new PostgresProxy(stack.port("DATABASE"), fuse, () -> change);
    this.wired = ordinary.with(onWires());
    end.run();
    this.main = ServiceProcess.start(wired, log).awaitReady();
    this.spare =
        ServiceProcess.start(ordinary.with(Map.of(HTTP, freePort(), INTERNAL, freePort())), log)
            .awaitReady();
    spare.stop();
  }

  /** In place of the one that was started with the stack. */
  static Subject inPlaceOf(RelayStack stack, String service) throws IOException {
    long pid = stack.pid(service);
    return new Subject(
        stack,
        service,
        Launch.of(pid).with(HURRIED),
        () -> {
          stack.kill(service);
          ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
        });
  }

  /** In place of one that was under test before. */
  static Subject inPlaceOf(RelayStack stack, String service, AtRest atRest) throws IOException {
    return new Subject(stack, service, atRest.launch(), atRest.process()::kill);
  }

  private Map<String, String> onWires() {
    Map<String, String> changes = new HashMap<>();
    String endpoint = "http://127.0.0.1:" + aws.port();
    changes.put("RELAY_AWS_ENDPOINT", endpoint);
    changes.put("RELAY_QUEUES_BASE_URL", endpoint + "/000000000000");
    changes.put("RELAY_INTERNAL_URL", "http://127.0.0.1:" + internal.port());
    if (!ordinary.get(DATABASE).isEmpty()) {
      changes.put(
          DATABASE, ordinary.get(DATABASE).replaceFirst(":\\d+/", ":" + database.port() + "/"));
    }
    return changes;
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(socket.getLocalPort());
    }
  }

  String service() {
    return service;
  }

  Fuse fuse() {
    return fuse;
  }

  /** Whether other services wait for its answers: they reach the first instance only. */
  boolean answersOthers() {
    return service.equals("alias-api");
  }

  /** What hits it. */
  Runnable blow(Action action) {
    return switch (action) {
      case KILL, OUTAGE -> main::kill;
      case PAUSE -> main::stop;
    };
  }

  /** Starts it anew; what is left of it is killed. */
  void restart() {
    main.kill();
    fuse.mend();
    main = ServiceProcess.start(wired, log).awaitReady();
  }

  /** Starts it anew, with its statements changed on their way to the database. */
  void restart(UnaryOperator<String> statements) {
    change = statements;
    restart();
  }

  void goOn() {
    main.goOn();
  }

  ServiceProcess spare() {
    return spare;
  }

  /** Another is to be tested: this one goes back to its real wires. */
  AtRest rest() {
    close();
    return new AtRest(ordinary, ServiceProcess.start(ordinary, log).awaitReady());
  }

  @Override
  public void close() {
    main.kill();
    spare.kill();
    aws.close();
    internal.close();
    database.close();
  }
}
