package org.aliasrelay.local.door;

import java.io.IOException;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/**
 * EHLO with what SES offers. The library's own also offers CHUNKING and SMTPUTF8: SES has neither,
 * and the library takes a message cut off in the middle of a chunk for a whole one.
 */
final class GreetingCommand extends BaseCommand {
  GreetingCommand() {
    super("EHLO", "Introduce yourself.", "<hostname>");
  }

  @Override
  public void execute(String command, Session session) throws IOException {
    String[] words = getArgs(command);
    if (words.length < 2) {
      session.sendResponse("501 Syntax: EHLO hostname");
      return;
    }
    session.resetMailTransaction();
    session.setHelo(words[1]);
    session.sendResponse(
        "250-"
            + session.getServer().getHostName()
            + "\r\n250-8BITMIME\r\n250-SIZE "
            + session.getServer().getMaxMessageSize()
            + "\r\n250 Ok");
  }
}
