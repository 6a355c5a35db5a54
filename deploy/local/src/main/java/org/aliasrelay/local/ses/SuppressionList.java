package org.aliasrelay.local.ses;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The account's suppression list: addresses that refused mail for good, and are not tried again
 * until somebody takes them off. Complaints put nobody on it: this account is configured so.
 */
final class SuppressionList {
  private final Map<String, Instant> since = new ConcurrentHashMap<>();

  void add(String address, Instant now) {
    since.putIfAbsent(address.toLowerCase(Locale.ROOT), now);
  }

  /** Whether it was on the list. */
  boolean remove(String address) {
    return since.remove(address.toLowerCase(Locale.ROOT)) != null;
  }

  Optional<Instant> find(String address) {
    return Optional.ofNullable(since.get(address.toLowerCase(Locale.ROOT)));
  }

  boolean has(Address address) {
    return find(address.value()).isPresent();
  }
}
