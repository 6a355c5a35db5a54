package org.aliasrelay.launcher;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aliasrelay.launcher.stack.Home;
import org.aliasrelay.launcher.stack.Programs;
import org.aliasrelay.launcher.stack.Trouble;

/**
 * What {@code ./relay} does once there is a JDK and a build. System properties: {@code relay.root},
 * the project; {@code relay.programs}, a copy of the built programs, or absent for those in the
 * build's own folders.
 */
public final class Launcher {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private Launcher() {}

  /** Runs one command; the exit code is 0 if it worked, 1 if not, 2 if there is no such command. */
  public static void main(String[] arguments) {
    System.exit(
        switch (CommandLine.read(List.of(arguments))) {
          case CommandLine.Reading.Understood understood -> run(understood);
          case CommandLine.Reading.Misused misused -> {
            System.err.println("relay: " + misused.why() + "\n");
            System.err.print(Help.TEXT);
            yield MISUSED;
          }
        });
  }

  private static int run(CommandLine.Reading.Understood understood) {
    try (HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build()) {
      int code = run(understood.command(), stack(understood.home(), http));
      http.shutdownNow();
      return code;
    } catch (Trouble e) {
      System.err.println("relay: " + e.getMessage());
      return FAILED;
    } catch (ConnectException e) {
      System.err.println("relay: a part of the stack does not answer; see ./relay status");
      return FAILED;
    } catch (IOException e) {
      System.err.println("relay: " + words(e));
      return FAILED;
    } catch (InterruptedException e) {
      return FAILED;
    }
  }

  private static String words(IOException e) {
    return switch (e) {
      case FileAlreadyExistsException file -> file.getFile() + " is there, and is no folder";
      case NoSuchFileException file -> file.getFile() + " is not there, or cannot be made";
      case AccessDeniedException file -> file.getFile() + " may not be read or written";
      case FileSystemException file when file.getReason() == null -> file.toString();
      default -> Objects.requireNonNullElse(e.getMessage(), e.toString());
    };
  }

  private static int run(Command command, Stack stack)
      throws IOException, InterruptedException, Trouble {
    return switch (command) {
      case Command.Up up -> new UpCommand(stack).run(up);
      case Command.Down down -> new DownCommand(stack).run();
      case Command.Status status -> new StatusCommand(stack).run();
      case Command.Logs logs -> new LogsCommand(stack).run(logs);
      case Command.Reset reset -> new ResetCommand(stack).run(reset);
      case Command.Send send -> new SendCommand(stack).run(send);
      case Command.Help help -> {
        System.out.print(Help.TEXT);
        yield 0;
      }
    };
  }

  private static Stack stack(Optional<Path> home, HttpClient http) {
    Map<String, String> environment = System.getenv();
    Path root = Path.of(System.getProperty("relay.root", "")).toAbsolutePath();
    String programs = System.getProperty("relay.programs", "");
    Path folder =
        home.or(() -> Optional.ofNullable(environment.get("RELAY_HOME")).map(Path::of))
            .orElse(root.resolve(".relay"));
    return new Stack(
        new Home(folder.toAbsolutePath().normalize()),
        environment,
        programs.isEmpty()
            ? new Programs.Built(root)
            : new Programs.Copied(Path.of(programs).toAbsolutePath()),
        Path.of(System.getProperty("java.home"), "bin", "java"),
        Clock.systemUTC(),
        http,
        Console.standard(environment));
  }
}
