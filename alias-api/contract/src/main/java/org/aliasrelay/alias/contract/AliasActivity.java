package org.aliasrelay.alias.contract;

import java.util.Optional;

/**
 * Queue {@code alias-activity}: something happened to an alias. It names the alias by the token of
 * the mail, so it carries no address. Delivered at least once: alias-api counts a {@code (mailId,
 * token, kind)} once.
 *
 * @param version {@value #VERSION}
 * @param mailId the mail, as SES names it
 * @param token from {@link Route}
 * @param kind what happened
 * @param reason why it went no further; only with {@link Kind#BLOCKED}, and then always
 * @param trackersRemoved how many were taken out of the mail; only with {@link Kind#FORWARDED}, and
 *     0 where it is not said
 */
public record AliasActivity(
    int version,
    String mailId,
    RouteToken token,
    Kind kind,
    Optional<LossReason> reason,
    int trackersRemoved) {
  /** The version this code writes, and the only one it reads. */
  public static final int VERSION = 1;

  /** What can happen to an alias. */
  public enum Kind {
    /** A mail reached the owner's provider. */
    FORWARDED,
    /** A mail was not let in, or refused on its way. */
    BLOCKED,
    /** The owner's reply reached the contact's provider. */
    REPLIED,
    /** The recipient's provider refused it for good (RFC 3463, class 5). */
    HARD_BOUNCE,
    /** The recipient's provider did not take it in time (RFC 3463, class 4). */
    SOFT_BOUNCE,
    /** SES did not try: the recipient is on its suppression list. */
    SUPPRESSED,
    /** The recipient called it spam (RFC 5965). */
    COMPLAINT
  }

  /** An activity in the current version. */
  public static AliasActivity of(String mailId, RouteToken token, Kind kind) {
    return new AliasActivity(VERSION, mailId, token, kind, Optional.empty(), 0);
  }

  /** A mail that reached the owner's provider, in the current version. */
  public static AliasActivity forwarded(String mailId, RouteToken token, int trackersRemoved) {
    return new AliasActivity(
        VERSION, mailId, token, Kind.FORWARDED, Optional.empty(), trackersRemoved);
  }

  /** A mail that went no further, in the current version. */
  public static AliasActivity blocked(String mailId, RouteToken token, LossReason reason) {
    return new AliasActivity(VERSION, mailId, token, Kind.BLOCKED, Optional.of(reason), 0);
  }
}
