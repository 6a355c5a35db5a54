package org.aliasrelay.forward.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * {@code CLAIMED → SENDING → SENT → DONE}, or {@code REFUSED}, or {@code DROPPED} at once. Every
 * change names the fence of its claim; it returns false, and changes nothing, when someone else has
 * claimed the delivery since.
 */
public interface DeliveryLedger {
  /** Takes the delivery on for so long, unless someone has or it has ended. */
  Claim claim(DeliveryKey key, Instant now, Duration lease) throws LedgerUnavailableException;

  /**
   * Before the call to SES: the attempt begins.
   *
   * @param leaseUntil covers the call, and the time in which evidence may come if the call has no
   *     known end: only after that may anybody send again
   */
  boolean sending(DeliveryKey key, long fence, SendKind kind, Instant leaseUntil)
      throws LedgerUnavailableException;

  /**
   * SES says by an event that it took an attempt. That is true whoever holds the claim, so it needs
   * no fence; a delivery that has ended stays as it is.
   */
  boolean evidence(DeliveryKey key, String sesMessageId, Instant now)
      throws LedgerUnavailableException;

  /** SES took it. */
  boolean sent(DeliveryKey key, long fence, String sesMessageId, Instant now)
      throws LedgerUnavailableException;

  /** It will never be sent. */
  boolean refused(DeliveryKey key, long fence, String reason, Instant now)
      throws LedgerUnavailableException;

  /**
   * The recipient was not let in. That ends the delivery if nobody has claimed it before; if
   * somebody has, it was let in then, and nothing changes.
   *
   * @param reason what the owner is to be told of it, if anything
   * @return what is left to do for the drop: nothing, too, if it was let in
   */
  Ending drop(DeliveryKey key, Optional<String> reason, Instant now)
      throws LedgerUnavailableException;

  /**
   * SES certainly did not take the attempt: whoever comes next may try at once. Attempts before it
   * stay as unknown as they were.
   */
  boolean notTaken(DeliveryKey key, long fence, Instant now) throws LedgerUnavailableException;

  /** No attempt was begun: whoever comes next may go on at once. */
  boolean release(DeliveryKey key, long fence, Instant now) throws LedgerUnavailableException;

  /** Whether none of these deliveries is still to be sent. */
  boolean allTerminal(Collection<DeliveryKey> keys) throws LedgerUnavailableException;

  /** Everything that follows sending or refusing has been done. */
  void done(DeliveryKey key, Instant now) throws LedgerUnavailableException;

  /** Forgets deliveries that have not changed since then. */
  int prune(Instant before) throws LedgerUnavailableException;
}
