package org.aliasrelay.alias.routes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.UUID;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contacts.ContactId;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.SuspectMail;
import org.aliasrelay.alias.issuing.RelayDomain;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.aliasrelay.alias.sealing.Fingerprints;
import org.hibernate.Session;

/** Looks recipients up: one query each, whether alias, reverse alias, former one or nobody. */
@ApplicationScoped
class Recipients {
  private static final String BY_ADDRESS =
      """
      select a.id as alias, 0 as contact, a.enabled as enabled, o.id as account,
             o.primary_hash as owner, o.suspect_mail as suspect_mail,
             coalesce(m.status <> 'OPEN' or m.soft_bounces > 0, false) as troubled
        from alias a join account o on o.id = a.account_id
             left join mailbox m on m.account_id = o.id
       where a.address_hash = :address
      union all
      select a.id, c.id, a.enabled, o.id, o.primary_hash, o.suspect_mail, false
        from contact c join alias a on a.id = c.alias_id join account o on o.id = a.account_id
       where c.reverse_hash = :reverse
      union all
      select a.id, -1, a.enabled, o.id, o.primary_hash, o.suspect_mail, false
        from issued_address i join alias a on a.id = i.retired_from
             join account o on o.id = a.account_id
       where i.address_hash = :reverse
      """;

  /** In place of a contact's number, which is positive. */
  private static final long NO_CONTACT = 0;

  private static final long FORMER_CONTACT = -1;

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
        .getResultList()
        .stream()
        .findFirst()
        .map(Recipients::read)
        .orElseGet(Recipient.Nobody::new);
  }

  private static Recipient read(Tuple row) {
    AliasId alias = new AliasId(row.get("alias", Number.class).longValue());
    long contact = row.get("contact", Number.class).longValue();
    boolean enabled = row.get("enabled", Boolean.class);
    AccountId owner = new AccountId(row.get("account", UUID.class));
    if (contact == FORMER_CONTACT) {
      return new Recipient.OfFormerContact(alias, owner, primary(row));
    }
    return contact == NO_CONTACT
        ? new Recipient.OfAlias(
            new RouteTarget.Owner(alias),
            owner,
            enabled,
            SuspectMail.valueOf(row.get("suspect_mail", String.class)),
            row.get("troubled", Boolean.class))
        : new Recipient.OfContact(alias, new ContactId(contact), owner, enabled, primary(row));
  }

  private static Fingerprint primary(Tuple row) {
    return Fingerprint.of(row.get("owner", byte[].class));
  }
}
