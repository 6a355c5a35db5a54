package org.aliasrelay.alias.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * Domains whose addresses lead to somebody's real mailbox, as ours do. Mail that two relays send to
 * each other goes round for ever: each takes away the traces by which the other would know it.
 */
@ApplicationScoped
public class OtherRelays {
  private final Set<String> domains;

  OtherRelays(MailConfig config) {
    this.domains =
        config.otherRelays().orElse(List.of()).stream()
            .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether an address is on one of their domains, or below it. */
  public boolean own(EmailAddress address) {
    String domain = address.domain();
    while (!domains.contains(domain)) {
      int dot = domain.indexOf('.');
      if (dot < 0) {
        return false;
      }
      domain = domain.substring(dot + 1);
    }
    return true;
  }
}
