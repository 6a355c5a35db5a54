package org.aliasrelay.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.aliasrelay.launcher.proof.Mail;
import org.aliasrelay.launcher.proof.Sample;
import org.aliasrelay.launcher.stack.StackFile;
import org.aliasrelay.launcher.stack.Trouble;

/** {@code send}: a mail to an alias, as a stranger would send it, and what arrives. */
final class SendCommand {
  /** Whoever the mail reaches: an alias may be another account's. */
  private static final String ANYBODY = "";

  private final Stack stack;

  SendCommand(Stack stack) {
    this.stack = stack;
  }

  int run(Command.Send send) throws IOException, InterruptedException, Trouble {
    StackFile file = StackFile.read(stack.home().stackFile());
    String to = send.to().orElse(file.demo().alias());
    String from = send.from().orElse(Sample.SENDER);
    Mail mail = mail(send.file(), to);
    stack.console().heading("Sending");
    new Demonstration(stack, stack.secrets()).send(file, from, to, mail, ANYBODY);
    return 0;
  }

  private Mail mail(Optional<Path> file, String to) throws IOException, Trouble {
    if (file.isEmpty()) {
      return Sample.to(to, stack.clock(), new SecureRandom());
    }
    Path path = file.get();
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw new Trouble("There is no file " + path + " to read.");
    }
    return Mail.fromFile(Files.readAllBytes(path));
  }
}
