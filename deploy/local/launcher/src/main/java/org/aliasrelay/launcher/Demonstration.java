package org.aliasrelay.launcher;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import org.aliasrelay.launcher.proof.Courier;
import org.aliasrelay.launcher.proof.DemoAccount;
import org.aliasrelay.launcher.proof.Http;
import org.aliasrelay.launcher.proof.Mail;
import org.aliasrelay.launcher.proof.Mailbox;
import org.aliasrelay.launcher.proof.Sample;
import org.aliasrelay.launcher.proof.SmtpDoor;
import org.aliasrelay.launcher.stack.Part;
import org.aliasrelay.launcher.stack.Port;
import org.aliasrelay.launcher.stack.Ports;
import org.aliasrelay.launcher.stack.Secrets;
import org.aliasrelay.launcher.stack.StackFile;
import org.aliasrelay.launcher.stack.Trouble;

/** Shows that a mail to an alias reaches its owner. */
final class Demonstration {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Stack stack;
  private final Secrets secrets;
  private final Http http;

  Demonstration(Stack stack, Secrets secrets) {
    this.stack = stack;
    this.secrets = secrets;
    this.http = new Http(stack.http());
  }

  /** The demo account and its alias: those of the last time, or new ones. */
  StackFile open(Ports ports) throws IOException, InterruptedException, Trouble {
    DemoAccount account = new DemoAccount(http, ports.http(Port.ACCOUNTS), ports.http(Port.API));
    try {
      return StackFile.of(ports, account.open(secrets));
    } catch (IOException e) {
      throw new Trouble(
          "alias-api or the accounts provider did not answer: " + e.getMessage(),
          "Logs: %s and %s"
              .formatted(stack.home().log(Part.ALIAS_API), stack.home().log(Part.LOCAL_CLOUD)));
    }
  }

  /** Sends the sample to the demo alias. */
  void prove(StackFile file) throws IOException, InterruptedException, Trouble {
    Mail sample = Sample.to(file.demo().alias(), stack.clock(), new SecureRandom());
    stack.console().heading("One mail, end to end");
    stack.console().line("  demo account " + file.demo().primary());
    send(file, Sample.SENDER, file.demo().alias(), sample, file.demo().primary());
  }

  /** Sends a mail and shows what arrives. */
  void send(StackFile file, String from, String to, Mail mail, String recipient)
      throws IOException, InterruptedException, Trouble {
    Mailbox mailbox = new Mailbox(http, file.mailbox());
    Courier courier = new Courier(SmtpDoor.at(file.smtp()), mailbox, PATIENCE);
    switch (courier.send(from, to, mail, recipient)) {
      case Courier.Delivery.Arrived arrived ->
          new Journey(stack.console()).print(to, arrived, mailbox);
      case Courier.Delivery.Missing missing ->
          throw new Trouble(
              "The mail was accepted over SMTP, but %s later it is in no mailbox."
                  .formatted(Tables.seconds(missing.waited())),
              "An alias that is unknown or turned off takes mail and drops it. Otherwise see",
              "  " + stack.home().log(Part.MAIL_INGEST),
              "  " + stack.home().log(Part.FORWARDER));
    }
  }
}
