package org.aliasrelay.launcher.stack;

import java.util.Locale;

/** The ports of the stack. Each can be moved by its setting, all of them by an offset. */
public enum Port {
  /** alias-api: the public API. */
  API(8080),
  /** mail-ingest: health and metrics. */
  INGEST(8081),
  /** forwarder: health and metrics. */
  FORWARDER(8082),
  /** telemetry: interactions and statistics. */
  TELEMETRY(8083),
  /** alias-api: what only the other services may ask. */
  INTERNAL(8090),
  /** SES, SQS, S3 and SNS; LocalStack's port, so that LocalStack can take its place. */
  AWS(4566),
  /** The door for mail from outside. */
  SMTP(2525),
  /** The mailbox page and its HTTP API. */
  MAILBOX(8025),
  /** The same mailbox for a mail program. */
  IMAP(1143),
  /** The stand-in for Firefox Accounts. */
  ACCOUNTS(9000),
  /** PostgreSQL. */
  DATABASE(54320);

  private final int standard;

  Port(int standard) {
    this.standard = standard;
  }

  /** The number without settings and offset. */
  public int standard() {
    return standard;
  }

  /** The setting that moves this port alone. */
  public String setting() {
    return "RELAY_PORT_" + name();
  }

  /** The name in messages. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
