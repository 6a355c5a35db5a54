package org.aliasrelay.local.door;

import java.io.IOException;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/** BDAT, which SES does not know; see {@link GreetingCommand}. */
final class NoChunksCommand extends BaseCommand {
  NoChunksCommand() {
    super("BDAT", "Not implemented.");
  }

  @Override
  public void execute(String command, Session session) throws IOException {
    session.sendResponse("502 5.5.1 Command not implemented");
  }
}
