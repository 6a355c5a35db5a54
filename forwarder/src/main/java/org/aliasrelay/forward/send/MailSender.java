package org.aliasrelay.forward.send;

import java.time.Duration;
import org.aliasrelay.alias.contract.EmailAddress;

/** Sends mail. */
public interface MailSender {
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
