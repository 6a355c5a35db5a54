package org.aliasrelay.alias.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import org.aliasrelay.alias.aliases.AliasId;

/** Keeps the contacts of an alias within their bound, whoever floods it. */
@ApplicationScoped
class Room {
  private final ContactRows rows;
  private final ContactsConfig config;

  Room(ContactRows rows, ContactsConfig config) {
    this.rows = rows;
    this.config = config;
  }

  /**
   * Makes room for new contacts, by retiring the oldest of those that the owner never made use of.
   * Not counted under a lock: mails at the same time can pass the bound together, and the next one
   * makes good for it.
   *
   * @param spared contacts that stay in any case
   * @return how many contacts the alias can get now, which may be more or less than was wanted
   */
  @Transactional(Transactional.TxType.MANDATORY)
  int make(AliasId alias, int wanted, Collection<ContactId> spared) {
    int free = config.perAlias() - Math.toIntExact(rows.count("aliasId", alias.value()));
    int retired = wanted > free ? rows.retireOldest(alias, wanted - free, spared) : 0;
    return Math.max(0, free + retired);
  }
}
