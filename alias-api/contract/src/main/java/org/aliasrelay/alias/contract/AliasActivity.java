package org.aliasrelay.alias.contract;

/**
 * Queue {@code alias-activity}: something happened to an alias. It names the alias by the token of
 * the mail, so it carries no address. Delivered at least once: alias-api counts a {@code (mailId,
 * token, kind)} once.
 *
 * @param version {@value #VERSION}
 * @param mailId the mail, as SES names it
 * @param token from {@link Route}
 * @param kind what happened
 */
public record AliasActivity(int version, String mailId, RouteToken token, Kind kind) {
  /** The version this code writes, and the only one it reads. */
  public static final int VERSION = 1;

  /** What can happen to an alias. */
  public enum Kind {
    /** A mail reached the owner's provider. */
    FORWARDED,
    /** A mail was not let in, or refused on its way. */
    BLOCKED,
    /** The owner's reply reached the contact's provider. */
    REPLIED
  }

  /** An activity in the current version. */
  public static AliasActivity of(String mailId, RouteToken token, Kind kind) {
    return new AliasActivity(VERSION, mailId, token, kind);
  }
}
