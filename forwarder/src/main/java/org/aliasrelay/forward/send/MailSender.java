package org.aliasrelay.forward.send;

import java.time.Duration;

/** Sends mail. */
@FunctionalInterface
public interface MailSender {
  /**
   * One attempt, without retries.
   *
   * @param timeout after which the answer counts as lost
   */
  SendResult send(OutgoingMail mail, Duration timeout);
}
