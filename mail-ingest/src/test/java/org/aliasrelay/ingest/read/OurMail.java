package org.aliasrelay.ingest.read;

import java.util.Optional;

/** The settings of every test. */
public record OurMail(String bucket, Optional<String> keyPrefix, String domain)
    implements MailConfig {
  public OurMail() {
    this(Optional.empty());
  }

  OurMail(Optional<String> keyPrefix) {
    this(Notifications.BUCKET, keyPrefix, "relay.test");
  }
}
