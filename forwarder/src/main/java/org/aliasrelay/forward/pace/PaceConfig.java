package org.aliasrelay.forward.pace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** This process's share of what the SES account may send. */
@ConfigMapping(prefix = "relay.pace")
public interface PaceConfig {
  /**
   * From 0.001 to 1: one divided by the number of forwarders, and less where others send with the
   * same account.
   */
  @WithDefault("1.0")
  double share();

  /**
   * From 0.001 to 1: how much of this process's day one owner's mail may use. Where SES sets no
   * daily limit it means nothing.
   */
  @WithDefault("0.25")
  double ownersShareOfDay();

  /**
   * At least 1: how many mails of queue {@code yielding-mail} are brought to SES at once. Few leave
   * other mail undisturbed; a flood that nobody else is disturbed by goes faster with more. One
   * takes as long as two commits and calls of alias-api, S3 and SES.
   */
  @WithDefault("4")
  int yieldingAtOnce();
}
