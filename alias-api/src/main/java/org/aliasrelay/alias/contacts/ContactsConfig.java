package org.aliasrelay.alias.contacts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds on contacts. */
@ConfigMapping(prefix = "relay.contacts")
public interface ContactsConfig {
  /**
   * Most contacts of one alias. At the bound people named beside the sender of a mail get no
   * reverse alias, and a new sender takes the place of the oldest contact that the owner never
   * made, answered or blocked. Where there is none such, the API refuses more, and a new sender has
   * no reverse alias. Far above what a mailing list shows in a year, so that nobody fills the
   * database through one alias. At least 1.
   */
  @WithDefault("5000")
  int perAlias();

  /** Most contacts that the API lists at once; 1 to 1000. */
  @WithDefault("200")
  int perPage();

  /** How often one contact gets an automatic answer, such as an absence note (RFC 3834, 2). */
  @WithDefault("1d")
  Duration automaticReplyEvery();
}
