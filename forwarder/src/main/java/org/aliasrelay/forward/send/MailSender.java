package org.aliasrelay.forward.send;

import java.time.Duration;
import org.aliasrelay.alias.contract.EmailAddress;

/** Sends mail. */
public interface MailSender {
  /**
   * Whether an attempt should be made now. Asked before it is announced in the ledger; false while
   * calls have no answer, but for one try now and then.
   */
  boolean isAnswering();

  /**
   * One attempt, without retries.
   *
   * @param timeout after which the answer counts as lost
   */
  SendResult send(OutgoingMail mail, Duration timeout);

  /**
   * Takes an address off the list of those that SES does not write to since they refused mail, as
   * well as that is possible now.
   */
  void forgetSuppression(EmailAddress address);
}
