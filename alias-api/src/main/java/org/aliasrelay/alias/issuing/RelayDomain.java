package org.aliasrelay.alias.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.aliasrelay.alias.contract.EmailAddress;

/** The domain of every address we hand out. */
@ApplicationScoped
public class RelayDomain {
  /** The id that clients of the Relay API see; there is one domain. */
  public static final int ID = 1;

  private final String domain;

  RelayDomain(MailConfig config) {
    // Read as an address, so that a domain no mail could have stops the start.
    this.domain = EmailAddress.of("postmaster@" + config.domain()).domain();
  }

  /** The address with this local part. */
  public EmailAddress address(String localPart) {
    return EmailAddress.of(localPart + "@" + domain);
  }

  /** Whether an address is on the relay domain. */
  public boolean owns(EmailAddress address) {
    return address.domain().equals(domain);
  }

  /**
   * Whether an address is on the relay domain or below it. Mail for such a primary address would
   * come back to us.
   */
  public boolean wouldLoop(EmailAddress primary) {
    return owns(primary) || primary.domain().endsWith("." + domain);
  }

  /**
   * The address without a sub-address (RFC 5233): {@code alias+shop@} belongs to {@code alias@}.
   * Nothing if there is none to take off. No address that we issue has a plus sign.
   */
  public Optional<EmailAddress> withoutSubAddress(EmailAddress address) {
    if (!owns(address)) {
      return Optional.empty();
    }
    int plus = address.localPart().indexOf('+');
    return plus < 1
        ? Optional.empty()
        : Optional.of(address(address.localPart().substring(0, plus)));
  }
}
