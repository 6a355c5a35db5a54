package org.aliasrelay.alias.profiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Clock;
import org.aliasrelay.alias.accounts.Account;
import org.aliasrelay.alias.accounts.Accounts;
import org.aliasrelay.alias.accounts.PreferenceChange;
import org.aliasrelay.alias.aliases.AliasTotals;
import org.aliasrelay.alias.aliases.Aliases;
import org.aliasrelay.alias.bounces.Mailboxes;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.sealing.Fingerprints;

/** Gathers what an owner sees of an account. */
@ApplicationScoped
class Profiles {
  /** What a JavaScript number can hold. */
  private static final long ID_BITS = (1L << 53) - 1;

  private final Accounts accounts;
  private final Aliases aliases;
  private final Mailboxes mailboxes;
  private final Fingerprints fingerprints;
  private final Clock clock;

  Profiles(
      Accounts accounts,
      Aliases aliases,
      Mailboxes mailboxes,
      Fingerprints fingerprints,
      Clock clock) {
    this.accounts = accounts;
    this.aliases = aliases;
    this.mailboxes = mailboxes;
    this.fingerprints = fingerprints;
    this.clock = clock;
  }

  /** The number of an account: Relay's clients want one, and the account's own id stays inside. */
  long idOf(AccountId account) {
    return ByteBuffer.wrap(fingerprints.ofProfile(account).bytes()).getLong() & ID_BITS;
  }

  @Transactional
  ProfileJson show(AccountId id) {
    Account account =
        accounts.find(id).orElseThrow(() -> new IllegalStateException("no such account"));
    AliasTotals totals = aliases.totals(id);
    return ProfileJson.of(
        idOf(id),
        clock.instant(),
        mailboxes.status(id),
        account.preferences(),
        totals,
        aliases.atLimit(totals));
  }

  @Transactional
  ProfileJson change(AccountId id, PreferenceChange change) {
    accounts.prefer(id, change);
    return show(id);
  }
}
