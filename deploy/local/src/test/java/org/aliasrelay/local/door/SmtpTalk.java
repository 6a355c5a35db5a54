package org.aliasrelay.local.door;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that says exactly what a test wants, good or bad. */
public final class SmtpTalk implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader in;

  public SmtpTalk(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(30_000);
    in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    answer();
    say("EHLO client.test");
  }

  /** Sends a line and gives the last line of the answer. */
  public String say(String line) throws IOException {
    send(line + "\r\n");
    return answer();
  }

  /** Sends bytes as they are, one for each character. */
  public void send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /**
   * Sends a whole message; dots at the start of lines must be doubled already.
   *
   * @return the answer to the end of the data
   */
  public String mail(String from, String to, String content) throws IOException {
    say("MAIL FROM:<" + from + ">");
    say("RCPT TO:<" + to + ">");
    say("DATA");
    send(content);
    return say("\r\n.");
  }

  public String answer() throws IOException {
    String line = in.readLine();
    while (line != null && line.length() > 3 && line.charAt(3) == '-') {
      line = in.readLine();
    }
    return String.valueOf(line);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
