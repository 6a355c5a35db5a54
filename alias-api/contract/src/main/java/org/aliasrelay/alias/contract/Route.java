package org.aliasrelay.alias.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Where mail for one recipient goes. From outside, {@link Blocked} and {@link Unknown} look alike.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "route")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Route.Forward.class, name = "forward"),
  @JsonSubTypes.Type(value = Route.Reply.class, name = "reply"),
  @JsonSubTypes.Type(value = Route.Blocked.class, name = "blocked"),
  @JsonSubTypes.Type(value = Route.Unknown.class, name = "unknown"),
})
public sealed interface Route {

  /**
   * The recipient is an alias that is on: to its owner.
   *
   * @param suspectMail what the owner wants done with suspect mail
   * @param waitSeconds how long the mail should wait for its turn, 0 to {@value #MAX_WAIT_SECONDS};
   *     more than 0 when the alias gets more mail than its share, or the owner's mailbox asked for
   *     a break
   * @param yields whether it should let other mail go first: the alias, or its owner, got more than
   *     others of late, or it is to stay out. It need not wait while there is nobody else
   */
  record Forward(RouteToken token, SuspectMail suspectMail, int waitSeconds, boolean yields)
      implements Route {
    /** A day: what would wait longer is not let in. */
    public static final int MAX_WAIT_SECONDS = 86_400;

    /** At once, with the default for suspect mail. */
    public static Forward atOnce(RouteToken token) {
      return new Forward(token, SuspectMail.FORWARD_MARKED, 0, false);
    }
  }

  /**
   * The recipient is a reverse alias, and the envelope sender is its owner's primary address or the
   * null sender, with which programs answer (RFC 3834, section 3.3): to the contact, provided that
   * the message itself is authenticated.
   */
  record Reply(RouteToken token) implements Route {}

  /** The recipient exists and takes no mail, or not this mail. */
  record Blocked(RouteToken token, BlockReason reason) implements Route {}

  /** Nobody's address, now or ever again. */
  record Unknown() implements Route {}
}
