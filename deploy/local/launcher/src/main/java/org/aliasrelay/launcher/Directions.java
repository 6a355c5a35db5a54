package org.aliasrelay.launcher;

import org.aliasrelay.launcher.stack.StackFile;

/** Tells where everything is, and what to do next. */
final class Directions {
  private final Stack stack;
  private final Console console;

  Directions(Stack stack) {
    this.stack = stack;
    this.console = stack.console();
  }

  void print(StackFile file, boolean detached) {
    console.heading("Where to look");
    row("mailbox", file.mailbox(), "what the relay sends, wherever it goes");
    row("SMTP", file.smtp(), "send mail to an alias here");
    row("IMAP", file.imap(), "the mailbox for a mail program");
    row("alias-api", file.api(), "aliases, with the key in stack.json");
    row("telemetry", file.telemetry() + "/stats", "counts");
    row("accounts", file.accounts() + "/fxa", "OpenID Connect, sign-in");
    row("AWS", file.aws(), "SES, SQS, S3");
    row("mail-ingest", file.ingest() + "/q/health", "");
    row("forwarder", file.forwarder() + "/q/health", "");
    row("PostgreSQL", file.database().substring("jdbc:".length()), "");
    row("for scripts", stack.home().stackFile().toString(), "all of this");
    row("logs", stack.home().logs().toString(), "");
    console.gap();
    console.line(
        "Send another mail with %s, see what runs with %s."
            .formatted(console.bold("./relay send"), console.bold("./relay status")));
    console.line(
        detached
            ? "Stop with %s; aliases and mail are kept.".formatted(console.bold("./relay down"))
            : "Stop with %s; aliases and mail are kept.".formatted(console.bold("Ctrl-C")));
  }

  private void row(String name, String where, String what) {
    console.line("  %-12s %-36s %s".formatted(name, where, console.faint(what)).stripTrailing());
  }
}
