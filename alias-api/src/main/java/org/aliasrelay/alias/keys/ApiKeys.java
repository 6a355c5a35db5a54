package org.aliasrelay.alias.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aliasrelay.alias.accounts.Accounts;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.sealing.AccountSeal;
import org.aliasrelay.alias.sealing.SealedColumn;

/** The API keys of everybody. */
@ApplicationScoped
class ApiKeys {
  private final ApiKeyRows rows;
  private final Accounts accounts;
  private final KeysConfig config;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ApiKeys(ApiKeyRows rows, Accounts accounts, KeysConfig config, Clock clock) {
    this.rows = rows;
    this.accounts = accounts;
    this.config = config;
    this.clock = clock;
  }

  /** Whose key it is and what it may do; nothing if it is none, or over. */
  record Grant(AccountId account, List<String> scopes) {}

  @Transactional
  Creation create(AccountId account, KeyWish wish) {
    // Counted under a lock: a hundred requests at once must not pass the limit together.
    accounts.lock(account);
    if (rows.count("accountId", account.value()) >= config.perAccount()) {
      return new Creation.LimitReached(config.perAccount());
    }
    ApiKeyText text = ApiKeyText.random(random);
    ApiKeyRow row = new ApiKeyRow();
    row.id = UUID.randomUUID();
    row.accountId = account.value();
    row.keyHash = text.hash();
    row.nameSealed =
        accounts.sealOf(account).sealOptional(SealedColumn.API_KEY_NAME, row.id, wish.shortName());
    row.scopes = String.join(" ", wish.wantedScopes());
    row.expiresAt = wish.expiresAt();
    row.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    rows.persist(row);
    return new Creation.Created(
        new NewApiKey(
            row.id,
            text.reveal(),
            wish.shortName(),
            row.scopeList(),
            row.createdAt,
            row.expiresAt));
  }

  @Transactional
  List<ApiKey> list(AccountId account) {
    AccountSeal seal = accounts.sealOf(account);
    return rows.ofAccount(account.value()).stream().map(row -> toKey(seal, row)).toList();
  }

  /** Takes a key away; false if the account has none with this id. */
  @Transactional
  boolean revoke(AccountId account, UUID id) {
    return rows.delete(account.value(), id);
  }

  /** Looks a key up, and notes the day. */
  @Transactional
  Optional<Grant> use(ApiKeyText key) {
    Instant now = clock.instant();
    Optional<ApiKeyRow> found = rows.byHash(key.hash()).filter(row -> !row.expired(now));
    found.ifPresent(row -> noteDay(row, now));
    return found.map(row -> new Grant(new AccountId(row.accountId), row.scopeList()));
  }

  private static void noteDay(ApiKeyRow row, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (!today.equals(row.lastUsedOn)) {
      row.lastUsedOn = today;
    }
  }

  private static ApiKey toKey(AccountSeal seal, ApiKeyRow row) {
    String name = seal.openOptional(SealedColumn.API_KEY_NAME, row.id, row.nameSealed);
    return new ApiKey(
        row.id,
        name == null ? "" : name,
        row.scopeList(),
        row.createdAt,
        row.expiresAt,
        row.lastUsedOn);
  }
}
