package org.aliasrelay.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;

/**
 * Looks at all ports before anything starts: a clash is then one line, not a half-started cloud.
 */
final class Ports {

  private Ports() {}

  static void requireFree(LocalCloudConfig config) {
    var ports = new LinkedHashMap<String, Integer>();
    ports.put("LOCAL_CLOUD_AWS_PORT", config.awsPort());
    ports.put("LOCAL_CLOUD_SMTP_PORT", config.smtpPort());
    ports.put("LOCAL_CLOUD_MAILBOX_PORT", config.mailboxPort());
    ports.put("LOCAL_CLOUD_IMAP_PORT", config.imapPort());
    ports.put("LOCAL_CLOUD_ACCOUNTS_PORT", config.accountsPort());
    ports.put("LOCAL_CLOUD_DATABASE_PORT", config.databasePort());
    ports.forEach((name, port) -> requireFree(config.host(), name, port));
  }

  private static void requireFree(String host, String name, int port) {
    try (var socket = new ServerSocket()) {
      // Connections of an earlier run that are still closing must not count as a clash.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (IOException inUse) {
      throw new StartException(
          "port %d (%s) on %s is in use or cannot be bound".formatted(port, name, host), inUse);
    }
  }

  /** A port that nobody uses now, for a part that only the front talks to. */
  static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new StartException("no free port on loopback", none);
    }
  }
}
