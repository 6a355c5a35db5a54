package org.aliasrelay.alias.aliases;

import java.time.Instant;
import java.util.UUID;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.sealing.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * An address that stands for its owner's.
 *
 * @param id random, 53 bits
 * @param uuid random, for clients that want one
 * @param blockListEmails whether mail from lists is kept out
 * @param sendersLimited whether only some senders may write to it
 * @param disabledBecause why the relay turned it off, if it did
 * @param lastUsedAt when mail last came or went, if ever
 */
public record Alias(
    AliasId id,
    UUID uuid,
    AccountId account,
    EmailAddress address,
    AliasLabels labels,
    boolean enabled,
    boolean blockListEmails,
    boolean sendersLimited,
    @Nullable DisabledBecause disabledBecause,
    Instant createdAt,
    Instant lastModifiedAt,
    @Nullable Instant lastUsedAt,
    AliasCounts counts) {}
