package org.aliasrelay.launcher.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aliasrelay.launcher.stack.Home;
import org.aliasrelay.launcher.stack.Part;
import org.aliasrelay.launcher.stack.PrivateFile;
import org.aliasrelay.launcher.stack.Recipe;

/** The processes of one stack, with a record on disk for each, so that any later run finds them. */
public final class Children {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Home home;
  private final Clock clock;

  /** The children of the stack in that home. */
  public Children(Home home, Clock clock) {
    this.home = home;
    this.clock = clock;
  }

  /** Starts a part, apart from this terminal, with its output appended to its log. */
  public Child start(Recipe recipe) throws IOException {
    Path log = home.log(recipe.part());
    LogFile.begin(log, clock.instant(), recipe.part().folder());
    ProcessBuilder builder =
        new ProcessBuilder(Detached.command(recipe.command()))
            .directory(home.folder().toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Environment.prepare(builder.environment(), recipe.environment());
    Process process = builder.start();
    Instant started = process.info().startInstant().orElseGet(clock::instant);
    Child child =
        new Child(recipe.part(), process.pid(), started, String.join(" ", recipe.command()));
    remember(child);
    return child;
  }

  /** The part's process, if it runs. */
  public Optional<Child> running(Part part) {
    return recorded(part).filter(Child::alive);
  }

  /** All that run. */
  public List<Child> running() {
    return Arrays.stream(Part.values()).flatMap(part -> running(part).stream()).toList();
  }

  /** The part's last process, running or dead, unless it was stopped on purpose. */
  public Optional<Child> recorded(Part part) {
    Path file = record(part);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode tree = JSON.readTree(Files.readString(file));
      return Optional.of(
          new Child(
              part,
              tree.path("pid").asLong(),
              Instant.parse(tree.path("started").asText()),
              tree.path("command").asText()));
    } catch (IOException | RuntimeException e) {
      // Half a record, or one from another age: it names no process that we could be sure of.
      return Optional.empty();
    }
  }

  /** Forgets a process that was stopped on purpose. */
  public void forget(Child child) throws IOException {
    Files.deleteIfExists(record(child.part()));
  }

  private void remember(Child child) throws IOException {
    Map<String, Object> fields =
        Map.of(
            "name", child.part().folder(),
            "pid", child.pid(),
            "started", child.started().toString(),
            "command", child.command());
    PrivateFile.write(record(child.part()), JSON.writeValueAsString(fields) + "\n");
  }

  private Path record(Part part) {
    return home.run().resolve(part.folder() + ".json");
  }
}
