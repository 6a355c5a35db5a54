package org.aliasrelay.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.aliasrelay.launcher.process.Child;
import org.aliasrelay.launcher.process.Health;
import org.aliasrelay.launcher.process.Memory;
import org.aliasrelay.launcher.process.ReadinessProbe;
import org.aliasrelay.launcher.stack.Part;
import org.aliasrelay.launcher.stack.PortRecord;
import org.aliasrelay.launcher.stack.Ports;
import org.aliasrelay.launcher.stack.Recipes;
import org.aliasrelay.launcher.stack.Trouble;

/** {@code status}: what runs, how big it is, where it answers. Exit code 0 when all is well. */
final class StatusCommand {
  private static final int NOT_WELL = 1;
  private static final String ROW = "%-12s %8s  %s %9s %11s  %s";

  private final Stack stack;

  StatusCommand(Stack stack) {
    this.stack = stack;
  }

  private enum State {
    READY("ready"),
    NOT_READY("not ready"),
    DIED("died"),
    STOPPED("stopped");

    private final String word;

    State(String word) {
      this.word = word;
    }
  }

  int run() throws IOException, InterruptedException, Trouble {
    Optional<Ports> kept = new PortRecord(stack.home()).read();
    Ports ports = kept.isPresent() ? kept.get() : stack.ports(OptionalInt.empty());
    Console console = stack.console();
    console.line(
        console.faint(ROW.formatted("PART", "PID", pad("STATE"), "MEMORY", "UP", "ADDRESS")));
    Memory memory = new Memory(stack.home().cloud());
    long total = 0;
    boolean well = true;
    for (Part part : Part.values()) {
      Optional<Child> running = stack.children().running(part);
      Health health = running.isPresent() ? ask(part, ports) : Health.SILENT;
      State state = state(part, running.isPresent(), health.up());
      well &= state == State.READY;
      long kilobytes = running.map(memory::kilobytes).orElse(0L);
      total += kilobytes;
      console.line(row(part, running, state, kilobytes, ports));
      health.lacks().forEach(lack -> console.line("  " + lack));
    }
    console.line(ROW.formatted("total", "", pad(""), Tables.megabytes(total), "", ""));
    return well ? 0 : NOT_WELL;
  }

  private String row(Part part, Optional<Child> running, State state, long kilobytes, Ports ports) {
    String word = pad(state.word);
    String painted = state == State.READY ? stack.console().good(word) : stack.console().bad(word);
    return ROW.formatted(
        part,
        running.map(child -> Long.toString(child.pid())).orElse("-"),
        painted,
        running.isPresent() ? Tables.megabytes(kilobytes) : "-",
        running
            .map(child -> Tables.uptime(Duration.between(child.started(), stack.clock().instant())))
            .orElse("-"),
        ports.http(part.ports().getFirst()));
  }

  private Health ask(Part part, Ports ports) throws InterruptedException {
    return new ReadinessProbe(stack.http(), Duration.ZERO).ask(Recipes.ready(part, ports));
  }

  private State state(Part part, boolean runs, boolean isReady) throws IOException {
    if (!runs) {
      return stack.children().recorded(part).isPresent() ? State.DIED : State.STOPPED;
    }
    return isReady ? State.READY : State.NOT_READY;
  }

  private static String pad(String word) {
    return "%-9s".formatted(word);
  }
}
