package org.aliasrelay.alias.contacts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds on contacts. */
@ConfigMapping(prefix = "relay.contacts")
public interface ContactsConfig {
  /**
   * Most contacts of one alias. At the bound the API refuses more, and people named beside the
   * sender of a mail get no reverse alias; senders always do. Far above what a mailing list shows
   * in a year, so that nobody fills the database through one alias.
   */
  @WithDefault("5000")
  int perAlias();

  /** How often one contact gets an automatic answer, such as an absence note (RFC 3834, 2). */
  @WithDefault("1d")
  Duration automaticReplyEvery();
}
