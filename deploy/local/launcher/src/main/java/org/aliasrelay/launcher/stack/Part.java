package org.aliasrelay.launcher.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The processes of the stack, in the order in which they are listed. */
public enum Part {
  /** Stands in for AWS, the accounts provider and every mailbox; starts first, stops last. */
  LOCAL_CLOUD("local-cloud", "cloud"),
  /** Who owns which alias, and where does its mail go? */
  ALIAS_API("alias-api", "api"),
  /** Should this message come in? */
  MAIL_INGEST("mail-ingest", "ingest"),
  /** Send it on. */
  FORWARDER("forwarder", "forwarder"),
  /** How is the relay doing? */
  TELEMETRY("telemetry", "telemetry");

  private final String folder;
  private final String shortName;

  Part(String folder, String shortName) {
    this.folder = folder;
    this.shortName = shortName;
  }

  /** Its name: that of its folder in the source tree. */
  public String folder() {
    return folder;
  }

  /** The ports it listens on, the one people ask for first. */
  public List<Port> ports() {
    return switch (this) {
      case LOCAL_CLOUD ->
          List.of(Port.AWS, Port.SMTP, Port.MAILBOX, Port.IMAP, Port.ACCOUNTS, Port.DATABASE);
      case ALIAS_API -> List.of(Port.API, Port.INTERNAL);
      case MAIL_INGEST -> List.of(Port.INGEST);
      case FORWARDER -> List.of(Port.FORWARDER);
      case TELEMETRY -> List.of(Port.TELEMETRY);
    };
  }

  /** The four that run in production too. */
  public static List<Part> services() {
    return Arrays.stream(values()).filter(part -> part != LOCAL_CLOUD).toList();
  }

  /** The part of that name, long or short. */
  public static Optional<Part> named(String name) {
    return Arrays.stream(values())
        .filter(part -> part.folder.equals(name) || part.shortName.equals(name))
        .findFirst();
  }

  @Override
  public String toString() {
    return folder;
  }
}
