package org.aliasrelay.forward.send;

import java.time.Duration;
import java.util.Optional;
import org.aliasrelay.alias.contract.EmailAddress;

/** Sends mail. */
public interface MailSender {
  /**
   * Whether an attempt could be made now: false while calls have no answer and no try is due.
   * Asking changes nothing.
   */
  boolean isAnswering();

  /**
   * Whether an attempt may be made now. Asked just before it is announced in the ledger; while
   * calls have no answer, one try now and then is given away, to whoever asks first.
   */
  boolean takeTurn();

  /**
   * One attempt, without retries.
   *
   * @param timeout after which the answer counts as lost
   */
  SendResult send(OutgoingMail mail, Duration timeout);

  /**
   * Takes an address off the list of those that SES does not write to since they refused mail. It
   * may be asked for again, and takes seconds at most.
   *
   * @return why it may be on the list still, where it may
   */
  Optional<String> forgetSuppression(EmailAddress address);
}
