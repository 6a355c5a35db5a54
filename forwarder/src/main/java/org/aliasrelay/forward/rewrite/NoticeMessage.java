package org.aliasrelay.forward.rewrite;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.NoticePlan;

/** A message of our own: plain text, and marked so that nobody's program answers (RFC 3834). */
public final class NoticeMessage {
  private static final String NAME = "Alias Relay";

  private NoticeMessage() {}

  /**
   * Header and body.
   *
   * @param passage as which it is sent: from a mailbox that sends all to an alias it comes back,
   *     and must not go round
   */
  public static byte[] of(
      NoticePlan.Tell notice, EmailAddress sender, Instant now, Passages passages, int passage) {
    FieldWriter out = new FieldWriter();
    out.write("From", Correspondent.mailbox(NAME, sender));
    out.write("To", notice.destination().addrSpec());
    out.write("Subject", notice.subject());
    out.write("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
    out.write("Auto-Submitted", "auto-generated");
    out.write("MIME-Version", "1.0");
    out.write("Content-Type", "text/plain; charset=utf-8");
    out.write("Content-Transfer-Encoding", "base64");
    out.write("Content-Language", notice.language());
    passages.write(out, passage);
    byte[] header = out.end();
    byte[] text = notice.text().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] body = Base64.getMimeEncoder().encode(text);
    return Splice.join(header, body);
  }
}
