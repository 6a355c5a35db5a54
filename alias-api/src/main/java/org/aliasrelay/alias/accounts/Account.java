package org.aliasrelay.alias.accounts;

import java.time.Instant;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.sealing.AccountId;

/**
 * Whose aliases these are.
 *
 * @param primary the owner's real address
 * @param deliveriesPaused whether mail to the primary address is held off
 * @param metricsEnabled whether the owner lets interactions be counted
 */
public record Account(
    AccountId id,
    EmailAddress primary,
    boolean deliveriesPaused,
    boolean metricsEnabled,
    Instant createdAt) {}
