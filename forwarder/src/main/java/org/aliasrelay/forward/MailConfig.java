package org.aliasrelay.forward;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import org.aliasrelay.alias.contract.EmailAddress;

/** The mail this service reads and sends. */
@ConfigMapping(prefix = "relay.mail")
public interface MailConfig {
  /** The largest message, in bytes, that has 40 MB in Base64. */
  long TAKEN_BY_SES = 30_408_704;

  /** Name of the bucket that SES writes received mail to. */
  String bucket();

  /** The relay's domain: aliases and reverse aliases live there. */
  String domain();

  /** SES configuration set that publishes Send, Delivery, Bounce and Complaint events. */
  Optional<String> configurationSet();

  /** Who writes when the relay itself has something to tell an owner; on the relay's domain. */
  @WithDefault("notices@${relay.mail.domain}")
  EmailAddress noticeSender();

  /**
   * Largest message sent, in bytes before Base64. SES v2 takes 40 MB after it, so about 29 MB;
   * received mail may be up to 40 MB. From 1024 to the default.
   */
  @WithDefault("" + TAKEN_BY_SES)
  long largest();

  /**
   * From this number of Received fields on, a message is going round in circles: Postfix's hop
   * limit. RFC 5321, section 6.3, asks for at least 100 in a relay; a mediator at the end of the
   * road may be stricter. At least 2.
   */
  @WithDefault("50")
  int mostHops();

  /**
   * From this passage through this relay on, a message is going round in circles. Two are honest: a
   * mailbox that forwards to another alias; nobody needs five. At least 2.
   */
  @WithDefault("5")
  int mostPassages();
}
