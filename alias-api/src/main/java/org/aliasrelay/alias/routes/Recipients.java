package org.aliasrelay.alias.routes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contacts.ContactId;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.issuing.RelayDomain;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.aliasrelay.alias.sealing.Fingerprints;
import org.hibernate.Session;

/** Looks recipients up: one query each, whether alias, reverse alias or nobody. */
@ApplicationScoped
class Recipients {
  private static final String BY_ADDRESS =
      """
      select a.id as alias, 0 as contact, a.enabled as enabled, o.deliveries_paused as paused,
             o.primary_hash as owner
        from alias a join account o on o.id = a.account_id
       where a.address_hash = :address
      union all
      select a.id, c.id, a.enabled, o.deliveries_paused, o.primary_hash
        from contact c join alias a on a.id = c.alias_id join account o on o.id = a.account_id
       where c.reverse_hash = :reverse
      """;

  private final EntityManager entities;
  private final RelayDomain domain;
  private final Fingerprints fingerprints;

  Recipients(EntityManager entities, RelayDomain domain, Fingerprints fingerprints) {
    this.entities = entities;
    this.domain = domain;
    this.fingerprints = fingerprints;
  }

  Recipient find(EmailAddress address) {
    if (!domain.owns(address)) {
      return new Recipient.Nobody();
    }
    // A sub-address may follow an alias. A reverse alias is taken as it was issued, or not at all.
    EmailAddress alias = domain.withoutSubAddress(address).orElse(address);
    return entities
        .unwrap(Session.class)
        .createNativeQuery(BY_ADDRESS, Tuple.class)
        .setParameter("address", fingerprints.ofIssued(alias).bytes())
        .setParameter("reverse", fingerprints.ofIssued(address).bytes())
        .getResultStream()
        .findFirst()
        .map(Recipients::read)
        .orElseGet(Recipient.Nobody::new);
  }

  private static Recipient read(Tuple row) {
    AliasId alias = new AliasId(row.get("alias", Number.class).longValue());
    long contact = row.get("contact", Number.class).longValue();
    boolean enabled = row.get("enabled", Boolean.class);
    boolean paused = row.get("paused", Boolean.class);
    return contact == 0
        ? new Recipient.OfAlias(new RouteTarget.Owner(alias), enabled, paused)
        : new Recipient.OfContact(
            new RouteTarget.Correspondent(alias, new ContactId(contact)),
            enabled,
            Fingerprint.of(row.get("owner", byte[].class)));
  }
}
