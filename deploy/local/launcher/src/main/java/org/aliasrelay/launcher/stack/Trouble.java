package org.aliasrelay.launcher.stack;

/** Ends a command. The message is for the person at the keyboard, and says what to do next. */
public final class Trouble extends Exception {
  private static final long serialVersionUID = 1;

  /** One or more lines. */
  public Trouble(String... lines) {
    super(String.join("\n", lines));
  }
}
