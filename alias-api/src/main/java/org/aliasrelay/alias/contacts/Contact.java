package org.aliasrelay.alias.contacts;

import java.time.Instant;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * A correspondent of one alias.
 *
 * @param reverse the address that stands for the correspondent
 * @param blocked whether the owner wants no more mail from there
 */
public record Contact(
    ContactId id,
    AliasId alias,
    EmailAddress address,
    EmailAddress reverse,
    boolean blocked,
    Instant createdAt) {}
