package org.aliasrelay.e2e.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One connection. A client says something and then waits for {@code ReadyForQuery}: that round trip
 * is the operation, named by the statements it executes.
 */
final class PostgresSession {
  private static final int SSL_REQUEST = 80_877_103;
  private static final int GSS_REQUEST = 80_877_104;

  /** Which requests for authentication want an answer: all but "done" and the last of SASL. */
  private static final Set<Integer> ASKING = Set.of(3, 5, 10, 11);

  /** They begin and end what another statement is about; the driver sends them along with it. */
  private static final Set<String> ALONGSIDE = Set.of("BEGIN", "SET");

  private final Ends client;
  private final Ends server;
  private final Tap tap;
  private final UnaryOperator<String> change;
  private final Statements statements = new Statements();

  private PostgresSession(Ends client, Ends server, Tap tap, UnaryOperator<String> change) {
    this.client = client;
    this.server = server;
    this.tap = tap;
    this.change = change;
  }

  private record Ends(DataInputStream in, DataOutputStream out) {
    static Ends of(Socket socket) throws IOException {
      return new Ends(
          new DataInputStream(new BufferedInputStream(socket.getInputStream())),
          new DataOutputStream(new BufferedOutputStream(socket.getOutputStream())));
    }

    void write(List<PostgresMessage> messages) throws IOException {
      for (PostgresMessage message : messages) {
        message.write(out);
      }
      out.flush();
    }
  }

  static void serve(Socket client, int target, Tap tap, UnaryOperator<String> change)
      throws IOException {
    try (Socket server = Listener.connect(target)) {
      var session = new PostgresSession(Ends.of(client), Ends.of(server), tap, change);
      if (tap.isOpen(Operation.named("SQL connect"))) {
        session.start();
        session.talk();
      }
    }
  }

  /** Until the client may ask: encryption, which the server declines, and the password. */
  private void start() throws IOException {
    int code;
    do {
      byte[] body = new byte[client.in.readInt() - Integer.BYTES];
      client.in.readFully(body);
      code = ByteBuffer.wrap(body).getInt();
      server.out.writeInt(body.length + Integer.BYTES);
      server.out.write(body);
      server.out.flush();
      if (code == SSL_REQUEST || code == GSS_REQUEST) {
        client.out.writeByte(server.in.readByte());
        client.out.flush();
      }
    } while (code == SSL_REQUEST || code == GSS_REQUEST);
    PostgresMessage message;
    do {
      message = PostgresMessage.read(server.in);
      client.write(List.of(message));
      if (message.type() == 'R' && ASKING.contains(ByteBuffer.wrap(message.body()).getInt())) {
        server.write(List.of(PostgresMessage.read(client.in)));
      }
      if (message.type() == 'E') {
        throw new EOFException();
      }
    } while (message.type() != 'Z');
  }

  private void talk() throws IOException {
    boolean goesOn = true;
    while (goesOn) {
      goesOn = roundTrip();
    }
  }

  private boolean roundTrip() throws IOException {
    List<PostgresMessage> request = new ArrayList<>();
    List<String> names = new ArrayList<>();
    char last;
    do {
      PostgresMessage message = PostgresMessage.read(client.in);
      last = message.type();
      statements.follow(message).map(SqlName::of).ifPresent(names::add);
      request.add(last == 'P' ? changed(message) : message);
    } while (last != 'S' && last != 'Q' && last != 'X');
    if (names.size() > 1) {
      names.removeAll(ALONGSIDE);
    }
    Operation operation = Operation.named("SQL " + String.join(" + ", names));
    if (last == 'X' || names.isEmpty()) {
      server.write(request);
      return last != 'X' && answer();
    }
    return pass(request, operation);
  }

  private boolean pass(List<PostgresMessage> request, Operation operation) throws IOException {
    if (!tap.isOpen(operation)) {
      return false;
    }
    Tap.Exchange exchange = tap.begin(operation);
    if (!exchange.mayPass()) {
      return false;
    }
    server.write(request);
    List<PostgresMessage> answer = readAnswer();
    if (!exchange.mayAnswer()) {
      return false;
    }
    client.write(answer);
    exchange.answered();
    return true;
  }

  private boolean answer() throws IOException {
    client.write(readAnswer());
    return true;
  }

  private List<PostgresMessage> readAnswer() throws IOException {
    List<PostgresMessage> answer = new ArrayList<>();
    PostgresMessage message;
    do {
      message = PostgresMessage.read(server.in);
      answer.add(message);
    } while (message.type() != 'Z');
    return answer;
  }

  private PostgresMessage changed(PostgresMessage parse) {
    int start = parse.end(0) + 1;
    return parse.withText(start, change.apply(parse.text(start)));
  }
}
