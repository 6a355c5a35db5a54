package org.aliasrelay.ingest.read;

/** What a notification from SES says. */
public sealed interface Notification {

  /** Mail has come. */
  record Received(ReceivedMail mail) implements Notification {}

  /** SES tries out a new receipt rule. */
  record Setup() implements Notification {}

  /** Nothing that this service understands, or not about our mail. */
  record Malformed(Fault fault) implements Notification {}

  /** What is wrong with a notification. A closed list: each value is counted. */
  enum Fault {
    /** No JSON object. */
    NOT_JSON,
    /** Not about received mail. */
    NOT_RECEIVED,
    /** No mail id, or none of SES's. */
    MAIL_ID,
    /** The mail is not in the vault: another action, or another bucket. */
    BUCKET,
    /** The key is not this mail's place in the vault. */
    VAULT_KEY,
    /** Nobody to bring it to. */
    NO_RECIPIENTS
  }
}
