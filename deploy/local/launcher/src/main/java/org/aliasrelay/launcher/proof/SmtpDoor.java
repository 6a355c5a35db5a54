package org.aliasrelay.launcher.proof;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Hands one mail to an SMTP server (RFC 5321), as any stranger's mail server would.
 *
 * @param host where it listens
 * @param port where it listens
 */
public record SmtpDoor(String host, int port) {
  private static final int MILLIS = 30_000;

  /** The door at {@code host:port}. */
  public static SmtpDoor at(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    return new SmtpDoor(
        hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
  }

  /**
   * Returns when the server has taken responsibility for the mail.
   *
   * @throws IOException if it does not; the text is the server's answer
   */
  public void deliver(String from, String to, Mail mail) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), MILLIS);
      socket.setSoTimeout(MILLIS);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = new BufferedOutputStream(socket.getOutputStream());
      expect(in, '2');
      String extensions = say(in, out, "EHLO relay-launcher.localhost", '2');
      String eightBit = extensions.contains("8BITMIME") ? " BODY=8BITMIME" : "";
      say(in, out, "MAIL FROM:<" + from + ">" + eightBit, '2');
      say(in, out, "RCPT TO:<" + to + ">", '2');
      say(in, out, "DATA", '3');
      writeData(out, mail.bytes());
      expect(in, '2');
      say(in, out, "QUIT", '2');
    }
  }

  private static String say(InputStream in, OutputStream out, String line, char answer)
      throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    return expect(in, answer);
  }

  /** A line that begins with a dot gets another one: RFC 5321, section 4.5.2. */
  private static void writeData(OutputStream out, byte[] bytes) throws IOException {
    boolean lineStart = true;
    for (byte b : bytes) {
      if (lineStart && b == '.') {
        out.write('.');
      }
      out.write(b);
      lineStart = b == '\n';
    }
    out.write((lineStart ? ".\r\n" : "\r\n.\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String expect(InputStream in, char first) throws IOException {
    StringBuilder answer = new StringBuilder();
    String line;
    do {
      line = readLine(in);
      answer.append(line).append('\n');
    } while (line.length() > 3 && line.charAt(3) == '-');
    if (line.isEmpty() || line.charAt(0) != first) {
      throw new IOException("the SMTP server answered: " + answer.toString().strip());
    }
    return answer.toString();
  }

  private static String readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int c;
    while ((c = in.read()) != '\n') {
      if (c < 0) {
        throw new IOException("the SMTP server hung up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
