package org.aliasrelay.alias.accounts;

import java.time.Instant;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.sealing.AccountId;

/**
 * Whose aliases these are.
 *
 * @param primary the owner's real address
 */
public record Account(
    AccountId id, EmailAddress primary, Preferences preferences, Instant createdAt) {}
