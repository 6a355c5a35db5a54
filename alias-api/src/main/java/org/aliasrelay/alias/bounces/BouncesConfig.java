package org.aliasrelay.alias.bounces;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a mailbox that refuses mail is left alone. */
@ConfigMapping(prefix = "relay.bounces")
public interface BouncesConfig {
  /**
   * From the first refusal to the first try. A day: sending on to addresses that refuse mail is
   * what costs a sender its reputation, and a full mailbox is seldom emptied sooner.
   */
  @WithDefault("1d")
  Duration firstWait();

  /** The longest wait: each refused try doubles it up to here. */
  @WithDefault("30d")
  Duration longestWait();

  /**
   * How long after a try no refusal must come for the mailbox to count as open again. Providers
   * refuse within seconds, and the event takes minutes at most.
   */
  @WithDefault("1h")
  Duration quiet();

  /**
   * How long the mail that tries a mailbox out may take from its plan to SES before another may try
   * in its place. A day: that is how long SES's quota can hold a mail up.
   */
  @WithDefault("1d")
  Duration longestSend();

  /** The first break after mail that was not taken in time; each one in a row doubles it. */
  @WithDefault("1m")
  Duration firstBreak();

  /** The longest such break. */
  @WithDefault("1h")
  Duration longestBreak();

  /** How long after the end of a break none must come for the next to be the first again. */
  @WithDefault("6h")
  Duration calm();
}
