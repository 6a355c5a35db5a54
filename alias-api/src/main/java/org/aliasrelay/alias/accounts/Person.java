package org.aliasrelay.alias.accounts;

import org.aliasrelay.alias.contract.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Somebody for whom the accounts provider vouches.
 *
 * @param issuer the provider
 * @param subject who it is, for that provider
 * @param email an address the provider has verified
 * @param locale a BCP 47 tag, if known
 */
public record Person(String issuer, String subject, EmailAddress email, @Nullable String locale) {}
