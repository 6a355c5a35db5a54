package org.aliasrelay.alias.contacts;

import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contract.EmailAddress;

/** A correspondent of one alias. */
public record Contact(ContactId id, AliasId alias, EmailAddress address, EmailAddress reverse) {}
