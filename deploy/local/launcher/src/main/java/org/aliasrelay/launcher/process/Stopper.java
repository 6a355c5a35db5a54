package org.aliasrelay.launcher.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.aliasrelay.launcher.stack.Part;

/** Stops parts: the services first, then the local cloud they work with. */
public final class Stopper {
  private static final Duration GRACE = Duration.ofSeconds(15);
  private static final Duration AFTER_KILL = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(25);

  private final Children children;
  private final Path cloudData;
  private final Consumer<Part> report;

  /**
   * A stopper for one stack.
   *
   * @param report hears of each part that had to be killed
   */
  public Stopper(Children children, Path cloudData, Consumer<Part> report) {
    this.children = children;
    this.cloudData = cloudData;
    this.report = report;
  }

  /** Stops these and forgets them; returns when none is left. */
  public void stop(Collection<Child> wanted) throws IOException, InterruptedException {
    List<Child> services =
        wanted.stream().filter(child -> child.part() != Part.LOCAL_CLOUD).toList();
    List<Child> cloud = wanted.stream().filter(child -> child.part() == Part.LOCAL_CLOUD).toList();
    end(services);
    end(cloud);
    if (!cloud.isEmpty()) {
      stopOrphanedDatabase();
    }
    for (Child child : wanted) {
      children.forget(child);
    }
  }

  /** Stops a PostgreSQL whose local cloud is gone. */
  public void stopOrphanedDatabase() throws IOException, InterruptedException {
    List<ProcessHandle> orphans = Database.running(cloudData);
    for (ProcessHandle orphan : orphans) {
      // "Fast shutdown": the plain SIGTERM that Java can send waits for clients to go away.
      new ProcessBuilder("kill", "-INT", Long.toString(orphan.pid())).inheritIO().start().waitFor();
    }
    BooleanSupplier gone = () -> Database.running(cloudData).isEmpty();
    if (!await(gone, GRACE)) {
      Database.running(cloudData).forEach(ProcessHandle::destroyForcibly);
      await(gone, AFTER_KILL);
    }
  }

  private void end(List<Child> together) throws InterruptedException {
    together.forEach(child -> child.handle().ifPresent(ProcessHandle::destroy));
    BooleanSupplier gone = () -> together.stream().noneMatch(Child::alive);
    if (await(gone, GRACE)) {
      return;
    }
    for (Child child : together) {
      child
          .handle()
          .ifPresent(
              handle -> {
                report.accept(child.part());
                handle.destroyForcibly();
              });
    }
    await(gone, AFTER_KILL);
  }

  private static boolean await(BooleanSupplier condition, Duration limit)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(PAUSE);
    }
    return true;
  }
}
