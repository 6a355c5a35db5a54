package org.aliasrelay.queue;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The gate of each queue, by its URL. */
@Singleton
class Gates {
  private final Map<String, ReceiveGate> gates = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  ReceiveGate of(String queueUrl) {
    return gates.computeIfAbsent(queueUrl, url -> new ReceiveGate());
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
