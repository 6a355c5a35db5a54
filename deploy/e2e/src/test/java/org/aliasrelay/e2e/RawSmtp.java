package org.aliasrelay.e2e;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** SMTP by hand (RFC 5321), for messages that no library would send as they are. */
final class RawSmtp implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 60_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  RawSmtp(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
    out = new BufferedOutputStream(socket.getOutputStream());
    reply();
    command("EHLO corpus.example");
  }

  /** The last line of the server's answer to the message, or to the command that it refused. */
  String send(String sender, String recipient, byte[] crlfMessage) throws IOException {
    String answer = command("MAIL FROM:<" + sender + ">");
    if (isGood(answer)) {
      answer = command("RCPT TO:<" + recipient + ">");
    }
    if (isGood(answer)) {
      answer = command("DATA");
    }
    if (answer.startsWith("354")) {
      out.write(dotStuffed(crlfMessage));
      out.write("\r\n.\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      answer = reply();
    }
    if (!isGood(answer)) {
      command("RSET");
    }
    return answer;
  }

  /** The line end before the final dot belongs to the message (RFC 5321, section 4.1.1.4). */
  static byte[] withoutLastCrlf(byte[] crlfMessage) {
    int length = crlfMessage.length;
    boolean ended = length >= 2 && crlfMessage[length - 1] == '\n';
    return ended ? Arrays.copyOf(crlfMessage, length - 2) : crlfMessage;
  }

  private static byte[] dotStuffed(byte[] message) {
    ByteArrayOutputStream stuffed = new ByteArrayOutputStream(message.length + 64);
    boolean lineStart = true;
    for (byte b : message) {
      if (lineStart && b == '.') {
        stuffed.write('.');
      }
      stuffed.write(b);
      lineStart = b == '\n';
    }
    return stuffed.toByteArray();
  }

  private static boolean isGood(String answer) {
    return answer.startsWith("2") || answer.startsWith("354");
  }

  private String command(String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return reply();
  }

  private String reply() throws IOException {
    while (true) {
      String line = line();
      if (line.length() < 4 || line.charAt(3) != '-') {
        return line;
      }
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server hung up");
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
