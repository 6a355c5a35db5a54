package org.aliasrelay.local.door;

import java.io.IOException;
import java.util.regex.Pattern;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.command.MailCommand;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/**
 * MAIL FROM with a declared size (RFC 1870). The library overlooks SIZE when another parameter
 * follows it, and breaks on one of more than ten digits.
 */
final class SizedMailCommand extends BaseCommand {
  private static final Pattern SIZE = Pattern.compile("(?i)\\sSIZE=(\\d{1,20})(?=\\s|$)");

  private final MailCommand mail = new MailCommand();

  SizedMailCommand() {
    super("MAIL", "Specifies the sender.", "FROM: <sender> [ <parameters> ]");
  }

  @Override
  public void execute(String command, Session session) throws IOException, DropConnectionException {
    var size = SIZE.matcher(command);
    if (size.find() && Double.parseDouble(size.group(1)) > Door.MAX_OCTETS) {
      session.sendResponse("552 5.3.4 Message size exceeds fixed maximum message size");
      return;
    }
    mail.execute(size.reset().replaceAll(""), session);
  }
}
