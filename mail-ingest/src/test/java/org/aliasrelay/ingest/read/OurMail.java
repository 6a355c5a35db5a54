package org.aliasrelay.ingest.read;

/** The settings of every test. */
public record OurMail(String bucket, String domain) implements MailConfig {
  public OurMail() {
    this(Notifications.BUCKET, "relay.test");
  }
}
