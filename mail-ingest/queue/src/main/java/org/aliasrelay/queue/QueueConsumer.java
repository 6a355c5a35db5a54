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

  /** A handler that throws this often will throw for ever. */
  private static final int MOST_FAILURES = 20;

  /** Before SQS moves it as it is, at 100 (docs/adr/0005): a digest says as much. */
  private static final int MOST_RECEIVES = 90;

  private static final Duration LONGEST_FAILURE_DELAY = Duration.ofMinutes(5);

  private final Custody custody;
  private final Gates gates;
  private final DeadLetters deadLetters;
  private final Postponing postponing;
  private final Returns returns;

  QueueConsumer(
      Custody custody,
      Gates gates,
      DeadLetters deadLetters,
      Postponing postponing,
      Returns returns) {
    this.custody = custody;
    this.gates = gates;
    this.deadLetters = deadLetters;
    this.postponing = postponing;
    this.returns = returns;
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
    Waiting waiting = null;
    try {
      while (!gates.stopping()) {
        Disposition disposition = decide(held, handler);
        if (!(disposition instanceof Disposition.Unavailable(String dependency))) {
          if (gate.passed(disposition instanceof Disposition.Done)) {
            LOG.infof("queue=%s waits no longer, receiving again", held.queueName());
          }
          return;
        }
        if (waiting == null) {
          if (gate.enter()) {
            LOG.warnf(
                "queue=%s waits for %s, receiving hardly anything meanwhile",
                held.queueName(), dependency);
          }
          waiting = gates.waitingAt(gate);
        } else if (waiting.isInVain() && giveBack(held)) {
          LOG.warnf(
              "queue=%s a message waited in vain for %s and was put back",
              held.queueName(), dependency);
          return;
        }
        waiting.pause();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (waiting != null) {
        gate.leave();
      }
    }
  }

  /** Whatever is wrong with it, it must not hold a place that others could use. */
  private boolean giveBack(HeldMessage held) {
    Duration delay = returns.next(held);
    boolean isBack = postponing.putBack(held, delay);
    if (isBack) {
      returns.remember(held, delay);
      custody.delete(held);
    }
    return isBack;
  }

  /** Asks the handler, and does what it says unless that is to wait. */
  private Disposition decide(HeldMessage held, MessageHandler handler) throws InterruptedException {
    Disposition disposition =
        deadLetters.isForeign(held) && held.receiveCount() >= MOST_RECEIVES
            ? new Disposition.Poison("received " + MOST_RECEIVES + " times")
            : ask(held, handler);
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

  private static Disposition ask(HeldMessage held, MessageHandler handler)
      throws InterruptedException {
    QueueMessage message = held.asQueueMessage();
    try {
      return handler.handle(message);
    } catch (RuntimeException | Error e) {
      // An Error too: a class that cannot be loaded must not lose its message without a word.
      String name = Failures.nameOf(e);
      LOG.errorf(
          "queue=%s attempt=%d failed: %s at %s",
          held.queueName(), message.receiveCount(), name, origin(e));
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
