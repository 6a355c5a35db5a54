package org.aliasrelay.local.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

/** One message on one connection: from MAIL to the end of DATA. */
final class SmtpTransaction implements MessageHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpTransaction.class);

  private final Door door;
  private final MessageContext context;
  private String sender = "";
  private final List<String> recipients = new ArrayList<>();

  SmtpTransaction(Door door, MessageContext context) {
    this.door = door;
    this.context = context;
  }

  @Override
  public void from(String from) throws RejectException {
    refuseUnlessPlain(from);
    sender = from;
  }

  @Override
  public void recipient(String recipient) throws RejectException {
    if (!door.serves(recipient)) {
      throw new RejectException(550, "5.7.1 relaying denied");
    }
    refuseUnlessPlain(recipient);
    if (!recipients.contains(recipient)) {
      recipients.add(recipient);
    }
  }

  /**
   * The content is collected in memory, because S3 wants the length first and the disk must never
   * see it.
   */
  @Override
  public @Nullable String data(InputStream data) throws RejectException, IOException {
    byte[] content = data.readNBytes(Door.MAX_OCTETS + 1);
    if (content.length > Door.MAX_OCTETS) {
      data.transferTo(OutputStream.nullOutputStream());
      throw reject(552, "5.3.4 Message size exceeds fixed maximum message size");
    }
    return switch (receive(content)) {
      case Reception.Accepted(String mailId) -> "Ok " + mailId;
      case Reception.Refused(String reason) -> throw reject(554, "5.6.0 " + reason);
      case Reception.Deferred() -> throw reject(451, "4.3.0 Try again later");
    };
  }

  private Reception receive(byte[] content) {
    var client = (InetSocketAddress) context.getRemoteAddress();
    var envelope =
        new Envelope(
            sender,
            recipients,
            context.getHelo().orElse("unknown"),
            client.getAddress().getHostAddress());
    try {
      return door.receive(envelope, content);
    } catch (RuntimeException e) {
      // By class name only: the library would log the text, which may quote the message.
      LOG.warn("outcome=deferred reason={}", e.getClass().getName());
      return new Reception.Deferred();
    }
  }

  /** Ends the transaction too, which the library forgets; the next MAIL would get a 503. */
  private RejectException reject(int code, String text) {
    if (context instanceof Session session) {
      session.resetMailTransaction();
    }
    return new RejectException(code, text);
  }

  private static void refuseUnlessPlain(String address) throws RejectException {
    if (!address.chars().allMatch(c -> c > ' ' && c < 127 && c != '<' && c != '>')) {
      throw new RejectException(553, "5.6.7 Only plain ASCII addresses are supported");
    }
  }

  @Override
  public void done() {}
}
