package org.aliasrelay.e2e.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port on loopback, with a thread for each connection. */
final class Listener implements AutoCloseable {
  private static final int BACKLOG = 200;

  private final ServerSocket door;
  private final Connection connection;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

  private Listener(ServerSocket door, Connection connection) {
    this.door = door;
    this.connection = connection;
  }

  /** What is done with a connection; it is closed afterwards. */
  interface Connection {
    void serve(Socket client) throws IOException;
  }

  static Listener on(Connection connection) throws IOException {
    var listener =
        new Listener(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), connection);
    Thread.ofVirtual().start(listener::accept);
    return listener;
  }

  /** Where a wire leads to. */
  static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    return socket;
  }

  int port() {
    return door.getLocalPort();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        clients.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        // Closed, or a client that was gone at once.
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      connection.serve(client);
    } catch (IOException e) {
      // One of the two ends has gone: so goes the other.
    } finally {
      clients.remove(client);
    }
  }

  @Override
  public void close() {
    try {
      door.close();
      for (Socket client : clients) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
