package org.aliasrelay.alias.notices;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When owners are told of lost mail. */
@ConfigMapping(prefix = "relay.notices")
public interface NoticesConfig {
  /** How often is looked for what is due; {@code off} for never, as in tests. */
  @WithDefault("20s")
  String look();

  /** From the first thing to tell to the digest: what happens together is told together. */
  @WithDefault("1m")
  Duration after();

  /** At least this long from one digest to the next of the same owner. */
  @WithDefault("1h")
  Duration atMostEvery();

  /** When to look again whether a mailbox that refuses mail takes a digest. */
  @WithDefault("10m")
  Duration whilePaused();

  /** Lines of a digest, one for each alias and reason; what is beyond is only counted. */
  @WithDefault("20")
  int lines();

  /** How long notices are kept: as long as a queue may hold the message that announces one. */
  @WithDefault("14d")
  Duration keep();
}
