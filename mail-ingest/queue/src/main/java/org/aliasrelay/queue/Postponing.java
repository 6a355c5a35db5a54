package org.aliasrelay.queue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * Puts a message back whose time has not come: a copy that the queue holds back, in place of the
 * one that was received. A hidden message would count as in flight, of which SQS allows 120,000,
 * and as received once more, until it is taken for poison.
 */
@Singleton
class Postponing {
  /** The longest that SQS holds a new message back. */
  static final Duration LONGEST_STEP = Duration.ofMinutes(15);

  private static final Logger LOG = Logger.getLogger(Postponing.class);

  private final SqsAsyncClient sqs;

  @Inject
  Postponing(SqsClients clients) {
    this(clients.direct());
  }

  Postponing(SqsAsyncClient sqs) {
    this.sqs = sqs;
  }

  /** Returns false if the queue could not be reached. */
  boolean putBack(HeldMessage held, Duration delay) {
    int seconds = (int) Math.clamp(delay.toSeconds(), 0, LONGEST_STEP.toSeconds());
    try {
      sqs.sendMessage(
              r ->
                  r.queueUrl(held.queueUrl())
                      .messageBody(held.message().body())
                      .delaySeconds(seconds))
          .join();
      return true;
    } catch (RuntimeException e) {
      LOG.warnf("cannot put a message back: %s", Failures.nameOf(e));
      return false;
    }
  }
}
