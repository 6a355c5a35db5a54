package org.aliasrelay.launcher;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.aliasrelay.launcher.stack.Part;

/** What the person asks for. */
public sealed interface Command {
  /**
   * Start what does not run.
   *
   * @param detached come back and leave it running
   * @param portOffset added to every port that has no setting of its own
   */
  record Up(boolean detached, OptionalInt portOffset) implements Command {}

  /** Stop everything. */
  record Down() implements Command {}

  /** Show what runs. */
  record Status() implements Command {}

  /**
   * Show logs.
   *
   * @param part of one part, or of all
   * @param follow go on showing what is added
   */
  record Logs(Optional<Part> part, boolean follow) implements Command {}

  /**
   * Forget local data.
   *
   * @param confirmed do not ask
   */
  record Reset(boolean confirmed) implements Command {}

  /**
   * Send a mail to an alias.
   *
   * @param file the mail, or the sample
   * @param to the alias, or the demo alias
   * @param from the envelope sender, or the sample's
   */
  record Send(Optional<Path> file, Optional<String> to, Optional<String> from) implements Command {}

  /** Explain. */
  record Help() implements Command {}
}
