package org.aliasrelay.alias.accounts;

import org.aliasrelay.alias.sealing.AccountId;

/** What came of asking for an account. */
public sealed interface Opening {
  /** There was none; now there is. */
  record Opened(AccountId account) implements Opening {}

  /** The person has one already. */
  record AlreadyOpen(AccountId account) implements Opening {}

  /** SES cannot send to the primary address: it has no SMTPUTF8 (RFC 6531). */
  record NotAddressable() implements Opening {}

  /** The primary address is on this or another relay's domain: its mail could come back to us. */
  record WouldLoop() implements Opening {}
}
