package org.aliasrelay.launcher;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/** Prints for a person: colours only where they can be seen and are not unwanted. */
public final class Console {
  private final PrintStream out;
  private final boolean colours;

  /** Prints there. */
  public Console(PrintStream out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  /** The terminal, or the pipe, that this process prints to. */
  public static Console standard(Map<String, String> environment) {
    boolean terminal = terminal().isPresent();
    boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Console(System.out, terminal && wanted);
  }

  /** The terminal that a person sits at, if both input and output are one. */
  static Optional<java.io.Console> terminal() {
    return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal);
  }

  /** A line. */
  public void line(String text) {
    out.println(text);
    out.flush();
  }

  /** An empty line. */
  public void gap() {
    line("");
  }

  /** A heading. */
  public void heading(String text) {
    line(bold(text));
  }

  /** Important. */
  public String bold(String text) {
    return paint("1", text);
  }

  /** Less important. */
  public String faint(String text) {
    return paint("2", text);
  }

  /** Well. */
  public String good(String text) {
    return paint("32", text);
  }

  /** Not well. */
  public String bad(String text) {
    return paint("31", text);
  }

  private String paint(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
