package org.aliasrelay.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aliasrelay.launcher.process.Child;
import org.aliasrelay.launcher.process.Children;
import org.aliasrelay.launcher.process.Health;
import org.aliasrelay.launcher.process.LogFile;
import org.aliasrelay.launcher.process.Readiness;
import org.aliasrelay.launcher.process.ReadinessProbe;
import org.aliasrelay.launcher.stack.Part;
import org.aliasrelay.launcher.stack.Recipe;
import org.aliasrelay.launcher.stack.Recipes;
import org.aliasrelay.launcher.stack.Trouble;

/** Starts the parts that do not run: the local cloud, then the services side by side. */
final class Starter {
  private static final int LOG_LINES = 15;

  private final Stack stack;
  private final Recipes recipes;
  private final Children children;
  private final ReadinessProbe probe;
  private final StartedParts started;

  Starter(Stack stack, Recipes recipes, ReadinessProbe probe, StartedParts started) {
    this.stack = stack;
    this.recipes = recipes;
    this.children = stack.children();
    this.probe = probe;
    this.started = started;
  }

  /** Returns when every part is ready, also those that ran before. */
  void start() throws IOException, InterruptedException, Trouble {
    awaitReady(List.of(startOrFind(Part.LOCAL_CLOUD)));
    List<Child> services = new ArrayList<>();
    for (Part part : Part.services()) {
      services.add(startOrFind(part));
    }
    awaitReady(services);
  }

  /** The parts that a start would have to start. */
  List<Part> missing() {
    return Arrays.stream(Part.values()).filter(part -> children.running(part).isEmpty()).toList();
  }

  private Child startOrFind(Part part) throws IOException {
    var running = children.running(part);
    if (running.isPresent()) {
      return running.get();
    }
    return started.add(children.start(recipes.of(part)));
  }

  private void awaitReady(List<Child> together) throws IOException, InterruptedException, Trouble {
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<Child, Future<Readiness>> waiting = new LinkedHashMap<>();
      for (Child child : together) {
        Recipe recipe = recipes.of(child.part());
        waiting.put(child, each.submit(() -> awaitAndTell(child, recipe)));
      }
      try {
        for (Map.Entry<Child, Future<Readiness>> entry : waiting.entrySet()) {
          requireReady(entry.getKey(), entry.getValue().get());
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } finally {
        each.shutdownNow();
      }
    }
  }

  private Readiness awaitAndTell(Child child, Recipe recipe) throws InterruptedException {
    Readiness readiness = probe.await(recipe.ready(), child::alive, stack.room()::lack);
    if (readiness instanceof Readiness.Ready ready) {
      boolean ours = started.contains(child);
      Console console = stack.console();
      console.line(
          "  %s %-12s %s"
              .formatted(
                  console.good("✓"),
                  child.part(),
                  console.faint(ours ? Tables.seconds(ready.after()) : "was running")));
    }
    return readiness;
  }

  private void requireReady(Child child, Readiness readiness)
      throws IOException, InterruptedException, Trouble {
    switch (readiness) {
      case Readiness.Ready ready -> {}
      case Readiness.Died died -> throw trouble(child.part(), "died while it was starting.");
      case Readiness.Hopeless hopeless ->
          throw new Trouble(child.part() + " cannot get ready. " + hopeless.why());
      case Readiness.TooSlow slow ->
          throw trouble(
              child.part(), "was not ready after " + Tables.seconds(slow.waited()) + lacks(child));
    }
  }

  private String lacks(Child child) throws InterruptedException {
    Health health = probe.ask(recipes.of(child.part()).ready());
    return health.lacks().isEmpty() ? "." : ": " + String.join(", ", health.lacks()) + ".";
  }

  private Trouble trouble(Part part, String what) throws IOException {
    return broken(stack, part, what);
  }

  /** What to say about a part that failed. */
  static Trouble broken(Stack stack, Part part, String what) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(part + " " + what + " Its log is " + stack.home().log(part));
    LogFile.lastChapter(stack.home().log(part), LOG_LINES)
        .forEach(line -> lines.add("  | " + line));
    return new Trouble(lines.toArray(String[]::new));
  }
}
