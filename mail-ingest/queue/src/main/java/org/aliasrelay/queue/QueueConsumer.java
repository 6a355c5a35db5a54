package org.aliasrelay.queue;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Works on one message and turns the handler's decision into deletion, delay, waiting or dead
 * letter: the only place that does.
 */
@Singleton
public class QueueConsumer {
  private static final Logger LOG = Logger.getLogger(QueueConsumer.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

  /** A handler that throws this often will throw for ever. */
  private static final int MOST_FAILURES = 20;

  private static final Duration LONGEST_FAILURE_DELAY = Duration.ofMinutes(5);

  private final Custody custody;
  private final Gates gates;
  private final DeadLetters deadLetters;
  private final Postponing postponing;

  QueueConsumer(Custody custody, Gates gates, DeadLetters deadLetters, Postponing postponing) {
    this.custody = custody;
    this.gates = gates;
    this.deadLetters = deadLetters;
    this.postponing = postponing;
  }

  /**
   * Handles the message to its end. Never throws: whatever goes wrong, the connector's stream goes
   * on, and the message is deleted only if the handler was done with it.
   */
  public void consume(Message message, MessageHandler handler) {
    custody
        .find(message)
        .ifPresentOrElse(
            held -> consume(held, handler),
            () -> LOG.warn("a message was given up before its turn came; it will come again"));
  }

  private void consume(HeldMessage held, MessageHandler handler) {
    ReceiveGate gate = gates.of(held.queueUrl());
    boolean waiting = false;
    Duration wait = FIRST_WAIT;
    try {
      while (!gates.stopping()) {
        if (decide(held, handler) instanceof Disposition.Unavailable(String dependency)) {
          if (!waiting && gate.enter()) {
            LOG.warnf("waiting for %s, receiving nothing meanwhile", dependency);
          }
          waiting = true;
          gate.await(wait);
          wait = shorter(wait.multipliedBy(2), LONGEST_WAIT);
        } else {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (waiting && gate.leave()) {
        LOG.info("receiving again");
      }
    }
  }

  /** Asks the handler, and does what it says unless that is to wait. */
  private Disposition decide(HeldMessage held, MessageHandler handler) throws InterruptedException {
    Disposition disposition = ask(held.asQueueMessage(), handler);
    switch (disposition) {
      case Disposition.Done() -> custody.delete(held);
      case Disposition.RetryAfter(Duration delay) -> custody.hide(held, delay);
      case Disposition.Poison(String reason) -> {
        if (!deadLetters.bury(held, reason)) {
          return new Disposition.Unavailable("dead-letter queue");
        }
        custody.delete(held);
      }
      case Disposition.Postpone(Duration delay) -> {
        // First the copy: a crash in between leaves two, and handlers are idempotent.
        if (!postponing.putBack(held, delay)) {
          return new Disposition.Unavailable("the queue itself");
        }
        custody.delete(held);
      }
      case Disposition.Unavailable _ -> {}
    }
    return disposition;
  }

  private static Disposition ask(QueueMessage message, MessageHandler handler)
      throws InterruptedException {
    try {
      return handler.handle(message);
    } catch (RuntimeException | Error e) {
      // An Error too: a class that cannot be loaded must not lose its message without a word.
      String name = Failures.nameOf(e);
      LOG.errorf("attempt %d failed: %s at %s", message.receiveCount(), name, origin(e));
      if (message.receiveCount() >= MOST_FAILURES) {
        return new Disposition.Poison("failed " + MOST_FAILURES + " times: " + name);
      }
      Duration delay = Duration.ofSeconds(1L << Math.min(message.receiveCount(), 16));
      return new Disposition.RetryAfter(shorter(delay, LONGEST_FAILURE_DELAY));
    }
  }

  private static String origin(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? "an unknown place" : trace[0].toString();
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  void stop(@Observes ShutdownEvent event) {
    gates.stop();
  }
}
