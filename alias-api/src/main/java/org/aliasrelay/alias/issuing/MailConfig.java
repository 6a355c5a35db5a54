package org.aliasrelay.alias.issuing;

import io.smallrye.config.ConfigMapping;

/** The mail side of the relay, as far as this service needs it. */
@ConfigMapping(prefix = "relay.mail")
public interface MailConfig {
  /** The domain of every alias and reverse alias, such as {@code relay.example}. */
  String domain();
}
