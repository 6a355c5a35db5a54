package org.aliasrelay.forward.wish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import org.aliasrelay.alias.contract.BodyWishes;
import org.aliasrelay.forward.rewrite.HeaderReader;
import org.aliasrelay.forward.rewrite.Plans;
import org.aliasrelay.forward.tracker.TrackerList;

/** Mails as text, one byte a character, and their bodies as somebody wishes them. */
final class Mails {
  static final BodyWishes BANNER = new BodyWishes(true, false, "en");
  static final BodyWishes NO_TRACKERS = new BodyWishes(false, true, "en");
  static final BodyWishes BOTH = new BodyWishes(true, true, "en");
  static final String LINE = "Message for k7m2p9@relay.test, forwarded by Alias Relay";
  static final TrackerList TRACKERS = TrackerList.parse("t.example\nshop.example/open\n");

  private Mails() {}

  /** With the line ends that mail has. */
  static String mail(String text) {
    return text.replace("\n", "\r\n");
  }

  static String body(String mail) {
    return mail.substring(mail.indexOf("\r\n\r\n") + 4);
  }

  static WishedBody fulfilled(BodyWishes wishes, String mail) throws Exception {
    byte[] bytes = mail.getBytes(ISO_8859_1);
    return new Wishes(wishes, Plans.ALIAS, TRACKERS)
        .fulfil(
            HeaderReader.read(new ByteArrayInputStream(bytes)), body(mail).getBytes(ISO_8859_1));
  }

  static String wished(BodyWishes wishes, String mail) throws Exception {
    return new String(fulfilled(wishes, mail).bytes(), ISO_8859_1);
  }
}
