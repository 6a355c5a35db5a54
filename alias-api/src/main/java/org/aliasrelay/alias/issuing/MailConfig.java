package org.aliasrelay.alias.issuing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The mail side of the relay, as far as this service needs it. */
@ConfigMapping(prefix = "relay.mail")
public interface MailConfig {
  /** The domain of every alias and reverse alias, such as {@code relay.example}. */
  String domain();

  /**
   * Domains of other relays, on which, and below which, no primary address may be; separated by
   * commas, or nothing. The default names those that are known to give out forwarding addresses
   * (November 2026).
   */
  @WithDefault(
      "mozmail.com,relay.firefox.com,"
          + "simplelogin.com,simplelogin.co,simplelogin.fr,aleeas.com,slmail.me,slmails.com,"
          + "silomails.com,8alias.com,8shield.net,dralias.com,"
          + "passmail.net,passmail.com,passinbox.com,passfwd.com,"
          + "addy.io,addymail.com,anonaddy.com,anonaddy.me,"
          + "duck.com,privaterelay.appleid.com,33mail.com,erine.email")
  Optional<List<String>> otherRelays();
}
