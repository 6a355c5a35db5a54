package org.aliasrelay.bench.stack;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection to the local cloud's door, for one mail after the other. */
final class Smtp implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 60_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  Smtp(String hostAndPort) throws IOException {
    int port = Integer.parseInt(hostAndPort.substring(hostAndPort.lastIndexOf(':') + 1));
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    out = new BufferedOutputStream(socket.getOutputStream());
    var _ = answer();
    var _ = say("EHLO bench.example");
  }

  /** SES's id of the mail; the message has CRLF line ends and no line that begins with a dot. */
  String send(String from, String to, byte[] message) throws IOException {
    var _ = say("MAIL FROM:<" + from + ">");
    var _ = say("RCPT TO:<" + to + ">");
    var _ = say("DATA");
    out.write(message);
    String last = say("\r\n.");
    return last.substring(last.lastIndexOf(' ') + 1);
  }

  private String say(String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return answer();
  }

  private String answer() throws IOException {
    String line = line();
    while (line.length() > 3 && line.charAt(3) == '-') {
      line = line();
    }
    if (!line.startsWith("2") && !line.startsWith("354")) {
      throw new IOException("the door answered " + line);
    }
    return line;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the door hung up");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
