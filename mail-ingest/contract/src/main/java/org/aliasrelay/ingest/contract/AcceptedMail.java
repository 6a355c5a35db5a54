package org.aliasrelay.ingest.contract;

import java.util.List;
import java.util.Optional;

/**
 * Queue {@code accepted-mail}: one mail for one recipient. So is queue {@code yielding-mail}: what
 * lets other mail go first, waits for its turn, or was dropped. Delivered at least once; the
 * forwarder's ledger makes that once, and holds to the first decision if two notifications of one
 * mail were decided about differently.
 *
 * @param version {@value #VERSION}
 * @param mailId the mail, as SES names it
 * @param vaultKey where its bytes are
 * @param routeToken alias-api's opaque name for the recipient
 * @param siblings the tokens of every recipient of this mail that was let in, or would have been at
 *     another time, this one included: the vault object goes when the last of them is done
 * @param verdicts what SES's checks said
 * @param notBefore when its turn comes, in seconds since 1970; 0 where it need not wait
 * @param dropped it was not let in: nothing is sent, and its bytes must go
 * @param loss why it was not let in, as alias-api names it, if the owner is still to be told; that
 *     is done by who knows whether the same mail was let in before
 */
public record AcceptedMail(
    int version,
    MailId mailId,
    VaultKey vaultKey,
    String routeToken,
    List<String> siblings,
    Verdicts verdicts,
    long notBefore,
    boolean dropped,
    Optional<String> loss) {
  /**
   * The version this code writes, and the newest it reads. Version 2 had no {@code loss}: whoever
   * announced a drop had told the owner.
   */
  public static final int VERSION = 3;

  /** Had no {@code dropped}, for nothing dropped was announced; mail that waits may be of it. */
  public static final int OLDEST_VERSION = 1;

  /**
   * @throws IllegalArgumentException if the recipient is not among its siblings, or mail that was
   *     let in is lost
   */
  public AcceptedMail {
    siblings = List.copyOf(siblings);
    if (!siblings.contains(routeToken)) {
      throw new IllegalArgumentException("the recipient is not among its siblings");
    }
    if (loss.isPresent() && !dropped) {
      throw new IllegalArgumentException("what was let in is not lost");
    }
  }

  /** One that was let in. */
  public AcceptedMail(
      int version,
      MailId mailId,
      VaultKey vaultKey,
      String routeToken,
      List<String> siblings,
      Verdicts verdicts,
      long notBefore) {
    this(
        version,
        mailId,
        vaultKey,
        routeToken,
        siblings,
        verdicts,
        notBefore,
        false,
        Optional.empty());
  }
}
