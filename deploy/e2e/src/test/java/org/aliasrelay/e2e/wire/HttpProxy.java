package org.aliasrelay.e2e.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;

/** Passes HTTP requests on, each over a connection of its own, with no octet changed. */
public final class HttpProxy implements AutoCloseable {
  private final int target;
  private final Tap tap;
  private final Listener listener;

  /** In front of that port. */
  public HttpProxy(int target, Tap tap) throws IOException {
    this.target = target;
    this.tap = tap;
    this.listener = Listener.on(this::serve);
  }

  /** Where it listens. */
  public int port() {
    return listener.port();
  }

  private void serve(Socket client) throws IOException {
    InputStream in = new BufferedInputStream(client.getInputStream());
    boolean goesOn = true;
    while (goesOn) {
      Optional<HttpMessage> request = HttpMessage.request(in, client.getOutputStream());
      goesOn = request.isPresent() && pass(request.get(), client);
    }
  }

  /** Returns whether the connection stays. */
  private boolean pass(HttpMessage request, Socket client) throws IOException {
    Operation operation = HttpNames.of(request);
    if (!tap.isOpen(operation)) {
      return false;
    }
    if (operation.poll()) {
      HttpMessage answer = ask(request);
      if (answer.text().contains("\"ReceiptHandle\"")) {
        return deliver(answer, tap.begin(operation), client);
      }
      answer.write(client.getOutputStream());
      return true;
    }
    Tap.Exchange exchange = tap.begin(operation);
    return exchange.mayPass() && deliver(ask(request), exchange, client);
  }

  private HttpMessage ask(HttpMessage request) throws IOException {
    try (Socket server = Listener.connect(target)) {
      request.write(server.getOutputStream());
      return HttpMessage.answer(new BufferedInputStream(server.getInputStream()), request.method());
    }
  }

  private static boolean deliver(HttpMessage answer, Tap.Exchange exchange, Socket client)
      throws IOException {
    if (!exchange.mayAnswer()) {
      return false;
    }
    answer.write(client.getOutputStream());
    exchange.answered();
    return answer.field("Content-Length").isPresent()
        || answer.field("Transfer-Encoding").isPresent()
        || answer.body().length == 0;
  }

  @Override
  public void close() {
    listener.close();
  }
}
