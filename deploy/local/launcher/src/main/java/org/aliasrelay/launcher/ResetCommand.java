package org.aliasrelay.launcher;

import java.io.IOException;
import java.util.Locale;
import org.aliasrelay.launcher.stack.Trouble;

/** {@code reset}: stop, and forget accounts, aliases, mail, keys and logs. */
final class ResetCommand {
  private final Stack stack;

  ResetCommand(Stack stack) {
    this.stack = stack;
  }

  int run(Command.Reset reset) throws IOException, InterruptedException, Trouble {
    if (!reset.confirmed() && !agreed()) {
      stack.console().line("Nothing was changed.");
      return 1;
    }
    int code = new DownCommand(stack).run();
    stack.home().forget();
    stack.console().line("Forgot all local data in " + stack.home().folder());
    return code;
  }

  private boolean agreed() throws Trouble {
    java.io.Console terminal =
        Console.terminal()
            .orElseThrow(() -> new Trouble("Nobody is here to ask: use ./relay reset --yes"));
    String answer =
        terminal.readLine(
            "Delete all accounts, aliases, mail, keys and logs in %s? [y/N] ",
            stack.home().folder());
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }
}
