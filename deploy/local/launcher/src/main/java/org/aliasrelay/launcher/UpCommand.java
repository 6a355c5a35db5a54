package org.aliasrelay.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.aliasrelay.launcher.process.ReadinessProbe;
import org.aliasrelay.launcher.process.StartLock;
import org.aliasrelay.launcher.stack.Part;
import org.aliasrelay.launcher.stack.Port;
import org.aliasrelay.launcher.stack.PortCheck;
import org.aliasrelay.launcher.stack.PortRecord;
import org.aliasrelay.launcher.stack.Ports;
import org.aliasrelay.launcher.stack.Secrets;
import org.aliasrelay.launcher.stack.StackFile;
import org.aliasrelay.launcher.stack.Trouble;

/** {@code up}: start what does not run, prove that mail flows, and stay or leave. */
final class UpCommand {
  private static final int INTERRUPTED = 130;
  private static final String SPARE_OFFSET = "1000";

  private final Stack stack;
  private final Console console;
  private final StartedParts started;

  /** What an interruption ends with: while starting that is a failure, later it is the plan. */
  private final AtomicInteger exitOnInterrupt = new AtomicInteger(INTERRUPTED);

  UpCommand(Stack stack) {
    this.stack = stack;
    this.console = stack.console();
    this.started = new StartedParts(stack.stopper());
  }

  int run(Command.Up up) throws IOException, InterruptedException, Trouble {
    requireRoom();
    stack.home().create();
    Interruption interruption = Interruption.does(this::stopOnInterrupt);
    try {
      try (StartLock _ = takeLock()) {
        startOrAbandon(up, interruption);
      }
      if (up.detached()) {
        started.handOver();
        return 0;
      }
      exitOnInterrupt.set(0);
      return new Watch(stack, started, interruption).untilEnd();
    } finally {
      interruption.disarm();
    }
  }

  private void requireRoom() throws Trouble {
    Optional<String> lack = stack.room().lack();
    if (lack.isPresent()) {
      throw new Trouble(
          lack.get(), "Make room there, or keep the stack elsewhere: ./relay up --home DIR");
    }
  }

  /** Under the lock to the end: another start must not find parts that are about to go. */
  private void startOrAbandon(Command.Up up, Interruption interruption)
      throws IOException, InterruptedException, Trouble {
    try {
      startAndProve(up);
    } catch (IOException | Trouble | RuntimeException e) {
      interruption.giveWay();
      abandon();
      throw e;
    }
  }

  private StartLock takeLock() throws IOException {
    return StartLock.take(
        stack.home().lock(),
        () -> console.line("Another ./relay is starting or stopping this stack; waiting for it."));
  }

  private void startAndProve(Command.Up up) throws IOException, InterruptedException, Trouble {
    boolean running = !stack.children().running().isEmpty();
    if (running && !up.detached()) {
      throw new Trouble(
          "This stack is running already (see ./relay status).",
          "Stop it with ./relay down, or use ./relay up -d to start again what has died.");
    }
    Ports ports = running ? portsOfRunning(up.portOffset()) : stack.ports(up.portOffset());
    Secrets secrets = stack.secrets();
    ReadinessProbe probe = new ReadinessProbe(stack.http(), stack.patience());
    Starter starter = new Starter(stack, stack.recipes(ports, secrets), probe, started);
    List<Part> missing = starter.missing();
    if (missing.contains(Part.LOCAL_CLOUD)) {
      stack.stopper().stopOrphanedDatabase();
    }
    requireFree(ports, missing);
    new PortRecord(stack.home()).write(ports);
    console.heading(
        missing.isEmpty() ? "Everything runs" : "Starting the local cloud and the four services");
    long start = System.nanoTime();
    starter.start();
    if (!missing.isEmpty()) {
      console.line(
          console.faint(
              "  all ready after " + Tables.seconds(Duration.ofNanos(System.nanoTime() - start))));
    }
    console.gap();
    StackFile file = new Demonstration(stack, secrets).open(ports);
    file.write(stack.home().stackFile());
    new Demonstration(stack, secrets).prove(file);
    console.gap();
    new Directions(stack).print(file, up.detached());
  }

  private Ports portsOfRunning(OptionalInt offset) throws IOException, Trouble {
    Optional<Ports> kept = new PortRecord(stack.home()).read();
    if (kept.isEmpty()) {
      return stack.ports(offset);
    }
    if (offset.isPresent() && !stack.ports(offset).equals(kept.get())) {
      throw new Trouble(
          "This stack runs on other ports already (see ./relay status).",
          "Stop it with ./relay down first, or give the other one a --home of its own.");
    }
    return kept.get();
  }

  private static void requireFree(Ports ports, List<Part> missing) throws Trouble {
    List<Port> wanted = missing.stream().flatMap(part -> part.ports().stream()).toList();
    List<Port> taken = PortCheck.taken(ports, wanted);
    if (taken.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    for (Port port : taken) {
      lines.append(
          "Port %d (%s) is in use by another program. Set %s to move it.%n"
              .formatted(ports.of(port), port.label(), port.setting()));
    }
    lines.append("Or move all ports: ./relay up --port-offset " + SPARE_OFFSET);
    throw new Trouble(lines.toString());
  }

  private void abandon() throws IOException, InterruptedException {
    if (!started.isEmpty()) {
      console.line("Stopping what was started.");
      started.stop();
    }
  }

  private int stopOnInterrupt() throws IOException, InterruptedException {
    console.gap();
    console.line("Stopping.");
    started.stop();
    if (stack.children().running().isEmpty()) {
      Files.deleteIfExists(stack.home().stackFile());
    }
    console.line("Stopped. Aliases and mail are kept for the next ./relay up");
    return exitOnInterrupt.get();
  }
}
