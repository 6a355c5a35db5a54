package org.aliasrelay.alias.shares;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * Shares of aliases and owners. Each instance of this service keeps its own count, so with N of
 * them everybody has up to N shares; divide the figures by N where that matters.
 */
@ConfigMapping(prefix = "relay.shares")
public interface SharesConfig {
  /**
   * Mails that one alias gets at once; at least 1. Far more than a person gets in a day, so that
   * only a flood ever waits.
   */
  @WithDefault("2000")
  int aliasBurst();

  /** The time between two mails of an alias after that; more than zero. */
  @WithDefault("200ms")
  Duration aliasEvery();

  /** Mails that all aliases of one owner get at once; at least 1. */
  @WithDefault("20000")
  int ownerBurst();

  /** The time between two mails of an owner after that; more than zero. */
  @WithDefault("40ms")
  Duration ownerEvery();

  /**
   * Mails that one alias gets at once without yielding to others; at least 1. More than a shop
   * sends in a day, so that mail which somebody waits for is not behind that of a flood.
   */
  @WithDefault("100")
  int promptBurst();

  /** The time between two such mails of an alias after that; more than zero. */
  @WithDefault("500ms")
  Duration promptEvery();

  /** Mails that all aliases of one owner get at once without yielding to others; at least 1. */
  @WithDefault("400")
  int ownerPromptBurst();

  /** The time between two such mails of an owner after that; more than zero. */
  @WithDefault("100ms")
  Duration ownerPromptEvery();

  /**
   * Replies that one owner sends at once; at least 1. More than a person writes in a day. Mail with
   * the null sender, which may be a program's answer, has the same bounds for each contact.
   */
  @WithDefault("200")
  int replyBurst();

  /**
   * The time in which an owner may send one more reply after that; more than zero. A reply does not
   * wait for its turn: what is too much is refused, and the owner is told.
   */
  @WithDefault("1m")
  Duration replyEvery();

  /** What would wait longer is not let in. At most a day, which is as far as a route can say. */
  @WithDefault("24h")
  Duration longestWait();

  /**
   * For how long a mail that asks again gets the same turn. Longer than a message of the inbound
   * queue stays hidden, so that one whose answer was lost does not take two.
   */
  @WithDefault("15m")
  Duration remember();

  /** How many aliases, owners and mails are remembered at most, each; some 100 bytes apiece. */
  @WithDefault("200000")
  long atMost();
}
