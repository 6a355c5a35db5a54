package org.aliasrelay.forward.deliver;

import java.util.Optional;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.forward.MailConfig;

/** Settings of a test. */
public record FixedMailConfig(long largest, Optional<String> configurationSet)
    implements MailConfig {
  /** One with a configuration set. */
  public FixedMailConfig(long largest) {
    this(largest, Optional.of("events"));
  }

  @Override
  public String bucket() {
    return "relay-mail";
  }

  @Override
  public String domain() {
    return "relay.test";
  }

  @Override
  public EmailAddress noticeSender() {
    return EmailAddress.of("notices@relay.test");
  }

  @Override
  public int mostHops() {
    return 50;
  }

  @Override
  public int mostPassages() {
    return 5;
  }
}
