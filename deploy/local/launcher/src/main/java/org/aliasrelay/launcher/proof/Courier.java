package org.aliasrelay.launcher.proof;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.aliasrelay.launcher.stack.Trouble;

/** Sends a mail to an alias from outside and waits for what comes out at the other end. */
public final class Courier {
  private final SmtpDoor door;
  private final Mailbox mailbox;
  private final Duration patience;

  /** Between that door and that mailbox, waiting for at most {@code patience}. */
  public Courier(SmtpDoor door, Mailbox mailbox, Duration patience) {
    this.door = door;
    this.mailbox = mailbox;
    this.patience = patience;
  }

  /** What became of a mail. */
  public sealed interface Delivery {
    /**
     * It arrived.
     *
     * @param sent as the sender wrote it
     * @param found as it arrived
     * @param smtp how long the SMTP server took to accept it
     * @param relay how long after that it was in the mailbox
     */
    record Arrived(Mail sent, Mailbox.Found found, Duration smtp, Duration relay)
        implements Delivery {}

    /** It was accepted, but nothing came out. */
    record Missing(Duration waited) implements Delivery {}
  }

  /**
   * Sends it.
   *
   * @param recipient whose mailbox to look in; empty for anybody's
   */
  public Delivery send(String from, String to, Mail mail, String recipient)
      throws IOException, InterruptedException, Trouble {
    Set<String> before = mailbox.ids(recipient);
    long start = System.nanoTime();
    door.deliver(from, to, mail);
    long accepted = System.nanoTime();
    Optional<Mailbox.Found> found =
        mailbox.await(recipient, before, candidate -> candidate.hasBodyOf(mail), patience);
    Duration relay = Duration.ofNanos(System.nanoTime() - accepted);
    return found
        .<Delivery>map(
            it -> new Delivery.Arrived(mail, it, Duration.ofNanos(accepted - start), relay))
        .orElseGet(() -> new Delivery.Missing(relay));
  }
}
