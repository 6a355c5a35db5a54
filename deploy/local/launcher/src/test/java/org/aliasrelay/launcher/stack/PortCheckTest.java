package org.aliasrelay.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortCheckTest {

  @Test
  void findsAPortThatAnotherProgramListensOn() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken(other.getLocalPort())).containsExactly(Port.SMTP);
    }
  }

  @Test
  void findsAPortHeldOnAllInterfaces() throws Exception {
    try (ServerSocket other = new ServerSocket(0)) {
      assertThat(taken(other.getLocalPort())).containsExactly(Port.SMTP);
    }
  }

  @Test
  void findsAPortThatIsBoundButSilent() throws Exception {
    try (Socket other = new Socket()) {
      other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      assertThat(taken(other.getLocalPort())).containsExactly(Port.SMTP);
    }
  }

  @Test
  void leavesAFreePortAlone() throws Exception {
    int number;
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      number = other.getLocalPort();
    }
    assertThat(taken(number)).isEmpty();
  }

  private static List<Port> taken(int number) {
    return PortCheck.taken(new Ports(Map.of(Port.SMTP, number)), List.of(Port.SMTP));
  }
}
