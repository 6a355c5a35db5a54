package org.aliasrelay.local.door;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.subethamail.smtp.server.SMTPServer;

/** The SMTP port. */
public final class SmtpDoor implements AutoCloseable {
  /** What SES takes in one transaction; a client sends the rest in the next. */
  private static final int MAX_RECIPIENTS = 100;

  private static final int MAX_CONNECTIONS = 500;
  private static final Duration IDLE = Duration.ofMinutes(2);

  private final SMTPServer server;

  public SmtpDoor(Door door, InetAddress address, int port) {
    server =
        SMTPServer.port(port)
            .bindAddress(address)
            .hostName("inbound-smtp.us-east-1.amazonaws.com")
            .softwareName("Alias Relay local cloud")
            .maxMessageSize(Door.MAX_OCTETS)
            .maxRecipients(MAX_RECIPIENTS)
            .maxConnections(MAX_CONNECTIONS)
            .connectionTimeoutMs((int) IDLE.toMillis())
            // SES adds its own, and the door writes that one.
            .insertReceivedHeaders(false)
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .messageHandlerFactory(context -> new SmtpTransaction(door, context))
            .build();
    var commands = server.getCommandHandler();
    commands.addCommand(new GreetingCommand());
    commands.addCommand(new SizedMailCommand());
    commands.addCommand(new NoChunksCommand());
  }

  public void start() {
    server.start();
  }

  @Override
  public void close() {
    server.stop();
  }
}
