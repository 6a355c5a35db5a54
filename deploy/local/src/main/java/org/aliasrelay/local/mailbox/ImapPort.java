package org.aliasrelay.local.mailbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapServer;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;

/** The mailbox for mail programs: every address is a login, with any password. */
public final class ImapPort implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(10);
  private static final Duration STOP = Duration.ofSeconds(2);

  /** Mail programs idle for long; the library's 30 s would cut them off. */
  private static final Duration CLIENT_IDLE = Duration.ofMinutes(30);

  private final ImapServer server;

  public ImapPort(Mailbox mailbox, String host, int port) {
    var logins = new ImapLogins(mailbox);
    server =
        new ImapServer(
            new ServerSetup(port, host, ServerSetup.PROTOCOL_IMAP),
            new Managers() {
              @Override
              public UserManager getUserManager() {
                return logins;
              }

              @Override
              public ImapHostManager getImapHostManager() {
                return logins.getImapHostManager();
              }
            });
    server.setClientSocketTimeout((int) CLIENT_IDLE.toMillis());
  }

  public void start() {
    server.startService();
    try {
      if (!server.waitTillRunning(START.toMillis())) {
        throw new IllegalStateException("the IMAP port did not open");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while opening the IMAP port", e);
    }
  }

  @Override
  public void close() {
    server.stopService(STOP.toMillis());
  }
}
