package org.aliasrelay.queue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The gate of each queue, by its URL. The gauge {@code relay.queue.waiting} shows how many messages
 * wait at each.
 */
@Singleton
class Gates {
  private final Map<String, ReceiveGate> gates = new ConcurrentHashMap<>();
  private final Patience patience;
  private final Clock clock;
  private final MeterRegistry meters;
  private volatile boolean stopping;

  @Inject
  Gates(MeterRegistry meters) {
    this(Patience.USUAL, Clock.systemUTC(), meters);
  }

  Gates(Patience patience, Clock clock, MeterRegistry meters) {
    this.patience = patience;
    this.clock = clock;
    this.meters = meters;
  }

  ReceiveGate of(String queueUrl) {
    return gates.computeIfAbsent(queueUrl, this::open);
  }

  /** The gate of a queue that has been received from. */
  Optional<ReceiveGate> named(String queue) {
    return gates.entrySet().stream()
        .filter(entry -> HeldMessage.queueName(entry.getKey()).equals(queue))
        .map(Map.Entry::getValue)
        .findAny();
  }

  private ReceiveGate open(String queueUrl) {
    ReceiveGate gate = new ReceiveGate(patience, clock);
    var _ =
        Gauge.builder("relay.queue.waiting", gate, ReceiveGate::waiting)
            .tag("queue", HeldMessage.queueName(queueUrl))
            .register(meters);
    return gate;
  }

  /** By the clock of all gates. */
  Instant now() {
    return clock.instant();
  }

  /** A message of this gate begins to wait. */
  Waiting waitingAt(ReceiveGate gate) {
    return new Waiting(gate, patience, clock);
  }

  /** Nothing more is received, and whoever waits at a gate gives up. */
  void stop() {
    stopping = true;
    gates.values().forEach(ReceiveGate::wake);
  }

  boolean stopping() {
    return stopping;
  }
}
