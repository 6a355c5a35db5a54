package org.aliasrelay.ingest.contract;

import java.util.List;

/**
 * Queue {@code accepted-mail}: one mail for one recipient. Delivered at least once; the forwarder's
 * ledger makes that once, and holds to the first decision if two notifications of one mail were
 * decided about differently.
 *
 * @param version {@value #VERSION}
 * @param mailId the mail, as SES names it
 * @param vaultKey where its bytes are
 * @param routeToken alias-api's opaque name for the recipient
 * @param siblings the tokens of every recipient of this mail that was let in, or would have been at
 *     another time, this one included: the vault object goes when the last of them is done
 * @param verdicts what SES's checks said
 * @param notBefore when its turn comes, in seconds since 1970; 0 where it need not wait
 * @param dropped it was not let in, and its owner was told why: nothing is sent, and all that is
 *     left to do is to see that its bytes go
 */
public record AcceptedMail(
    int version,
    MailId mailId,
    VaultKey vaultKey,
    String routeToken,
    List<String> siblings,
    Verdicts verdicts,
    long notBefore,
    boolean dropped) {
  /** The version this code writes, and the newest it reads. */
  public static final int VERSION = 2;

  /** Had no {@code dropped}, for nothing dropped was announced; mail that waits may be of it. */
  public static final int OLDEST_VERSION = 1;

  /**
   * @throws IllegalArgumentException if the recipient is not among its siblings
   */
  public AcceptedMail {
    siblings = List.copyOf(siblings);
    if (!siblings.contains(routeToken)) {
      throw new IllegalArgumentException("the recipient is not among its siblings");
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
    this(version, mailId, vaultKey, routeToken, siblings, verdicts, notBefore, false);
  }
}
