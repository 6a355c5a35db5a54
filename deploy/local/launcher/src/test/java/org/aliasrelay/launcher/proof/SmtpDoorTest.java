package org.aliasrelay.launcher.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SmtpDoorTest {
  private final ServerSocket server = server();

  private static ServerSocket server() {
    try {
      return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void speaksSmtpAndDoublesLeadingDots() throws Exception {
    CompletableFuture<List<String>> heard =
        serve("250-me", "250 8BITMIME", "250 ok", "250 ok", "354 go", "250 taken", "221 bye");
    door().deliver("a@x.example", "b@relay.test", mail(".dot\r\nlast\r\n"));
    assertThat(heard.join())
        .containsExactly(
            "EHLO relay-launcher.localhost",
            "MAIL FROM:<a@x.example> BODY=8BITMIME",
            "RCPT TO:<b@relay.test>",
            "DATA",
            "..dot",
            "last",
            ".",
            "QUIT");
  }

  @Test
  void tellsWhyTheServerRefuses() {
    CompletableFuture<List<String>> heard = serve("250 me", "250 ok", "550 no such domain");
    assertThatThrownBy(() -> door().deliver("a@x.example", "b@other.example", mail("x\r\n")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("550 no such domain");
    assertThat(heard.join()).doesNotContain("DATA");
  }

  private SmtpDoor door() {
    return SmtpDoor.at("127.0.0.1:" + server.getLocalPort());
  }

  private static Mail mail(String text) {
    return new Mail(text.getBytes(UTF_8));
  }

  /** Answers each command with the next of these lines; lines of one answer are joined by "-". */
  private CompletableFuture<List<String>> serve(String... answers) {
    return CompletableFuture.supplyAsync(
        () -> {
          List<String> heard = new ArrayList<>();
          try (Socket socket = server.accept();
              var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            say(socket, "220 hello");
            int next = 0;
            boolean data = false;
            while (next < answers.length) {
              String line = in.readLine();
              if (line == null) {
                break;
              }
              heard.add(line);
              if (data && !line.equals(".")) {
                continue;
              }
              data = line.equals("DATA");
              String answer;
              do {
                answer = answers[next++];
                say(socket, answer);
              } while (answer.charAt(3) == '-');
            }
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
          return heard;
        });
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
  }
}
