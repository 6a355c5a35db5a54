package org.aliasrelay.launcher.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.List;

/** Looks for ports that somebody else holds, before anything is started. */
public final class PortCheck {
  private static final int CONNECT_MILLIS = 300;

  private PortCheck() {}

  /** The ports among these that cannot be had. */
  public static List<Port> taken(Ports ports, Collection<Port> wanted) {
    return wanted.stream().filter(port -> isTaken(ports.of(port))).toList();
  }

  /**
   * Both ways are needed: on macOS a port held on all interfaces can still be bound on one, and a
   * bound port that nobody listens on refuses connections.
   */
  private static boolean isTaken(int number) {
    return !canBind(number) || somebodyAnswers(number);
  }

  private static boolean canBind(int number) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean somebodyAnswers(int number) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), number), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
