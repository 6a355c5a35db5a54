package org.aliasrelay.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Ports for a whole stack that nobody uses, below those that the system gives to outgoing
 * connections: a service that is killed must find its port free when it comes back.
 */
public final class StackPorts {
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 31_000;
  private static final List<String> NAMES =
      List.of(
          "API",
          "INGEST",
          "FORWARDER",
          "TELEMETRY",
          "INTERNAL",
          "AWS",
          "SMTP",
          "MAILBOX",
          "IMAP",
          "ACCOUNTS",
          "DATABASE");

  private StackPorts() {}

  /** One for each setting {@code RELAY_PORT_…}. */
  public static Map<String, String> find() {
    Map<String, String> ports = new HashMap<>();
    int next = new Random().nextInt(LOWEST, HIGHEST);
    for (String name : NAMES) {
      while (!isFree(next)) {
        next++;
      }
      ports.put("RELAY_PORT_" + name, Integer.toString(next));
      next++;
    }
    return ports;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
