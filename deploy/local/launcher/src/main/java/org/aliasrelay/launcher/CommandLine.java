package org.aliasrelay.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aliasrelay.launcher.stack.Part;

/** Reads the command line. */
public final class CommandLine {

  private final Deque<String> words;
  private Optional<Path> home = Optional.empty();

  private CommandLine(List<String> arguments) {
    this.words = new ArrayDeque<>(arguments);
  }

  /** What a command line turned out to be. */
  public sealed interface Reading {
    /**
     * A command.
     *
     * @param command what to do
     * @param home in which stack, if the command line says so
     */
    record Understood(Command command, Optional<Path> home) implements Reading {}

    /** None; the text says why. */
    record Misused(String why) implements Reading {}
  }

  /** Reads the arguments. */
  public static Reading read(List<String> arguments) {
    CommandLine line = new CommandLine(arguments);
    try {
      Command command = line.command();
      return new Reading.Understood(command, line.home);
    } catch (Misuse e) {
      return new Reading.Misused(e.why);
    }
  }

  private Command command() throws Misuse {
    String name = words.isEmpty() ? "help" : words.removeFirst();
    return switch (name) {
      case "up" -> up();
      case "down" -> plain(new Command.Down());
      case "status" -> plain(new Command.Status());
      case "logs" -> logs();
      case "reset" -> reset();
      case "send" -> send();
      case "help", "-h", "--help" -> new Command.Help();
      default -> throw new Misuse("there is no command \"" + name + "\"");
    };
  }

  private Command plain(Command command) throws Misuse {
    while (!words.isEmpty()) {
      common(words.removeFirst());
    }
    return command;
  }

  private Command up() throws Misuse {
    boolean detached = false;
    OptionalInt offset = OptionalInt.empty();
    while (!words.isEmpty()) {
      String word = words.removeFirst();
      switch (word) {
        case "-d", "--detach" -> detached = true;
        case "--port-offset" -> offset = OptionalInt.of(number(word));
        default -> common(word);
      }
    }
    return new Command.Up(detached, offset);
  }

  private Command logs() throws Misuse {
    Optional<Part> part = Optional.empty();
    boolean follow = false;
    while (!words.isEmpty()) {
      String word = words.removeFirst();
      if (word.equals("-f") || word.equals("--follow")) {
        follow = true;
      } else if (word.startsWith("-")) {
        common(word);
      } else {
        part = Part.named(word);
        if (part.isEmpty()) {
          throw new Misuse(
              "there is no part \"%s\"; there are %s"
                  .formatted(word, String.join(", ", Tables.partNames())));
        }
      }
    }
    return new Command.Logs(part, follow);
  }

  private Command reset() throws Misuse {
    boolean confirmed = false;
    while (!words.isEmpty()) {
      String word = words.removeFirst();
      switch (word) {
        case "-y", "--yes" -> confirmed = true;
        default -> common(word);
      }
    }
    return new Command.Reset(confirmed);
  }

  private Command send() throws Misuse {
    Optional<Path> file = Optional.empty();
    Optional<String> to = Optional.empty();
    Optional<String> from = Optional.empty();
    while (!words.isEmpty()) {
      String word = words.removeFirst();
      switch (word) {
        case "--to" -> to = Optional.of(value(word));
        case "--from" -> from = Optional.of(value(word));
        default -> {
          if (word.startsWith("-") || file.isPresent()) {
            common(word);
          } else {
            file = Optional.of(Path.of(word));
          }
        }
      }
    }
    return new Command.Send(file, to, from);
  }

  private void common(String word) throws Misuse {
    if (!word.equals("--home")) {
      throw new Misuse("\"" + word + "\" is not understood here");
    }
    home = Optional.of(Path.of(value(word)));
  }

  private int number(String option) throws Misuse {
    String text = value(option);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Misuse(option + " takes a number, not \"" + text + "\"");
    }
  }

  private String value(String option) throws Misuse {
    String value = words.pollFirst();
    if (value == null) {
      throw new Misuse(option + " needs a value");
    }
    return value;
  }

  private static final class Misuse extends Exception {
    private static final long serialVersionUID = 1;

    private final String why;

    Misuse(String why) {
      super(why);
      this.why = why;
    }
  }
}
