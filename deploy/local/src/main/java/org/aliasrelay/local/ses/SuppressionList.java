package org.aliasrelay.local.ses;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The account's suppression list: addresses that refused mail for good, and are not tried again
 * until somebody takes them off. Complaints put nobody on it, for this account is configured so;
 * but a person may.
 */
final class SuppressionList {

  /** An address on the list, in lower case. */
  record Entry(String address, SuppressionReason reason, Instant since) {}

  private final NavigableMap<String, Entry> entries = new ConcurrentSkipListMap<>();

  /** An address that is there already gets the newer reason, as with SES. */
  void add(String address, SuppressionReason reason, Instant now) {
    String key = address.toLowerCase(Locale.ROOT);
    entries.put(key, new Entry(key, reason, now));
  }

  /** Whether it was on the list. */
  boolean remove(String address) {
    return entries.remove(address.toLowerCase(Locale.ROOT)) != null;
  }

  Optional<Entry> find(String address) {
    return Optional.ofNullable(entries.get(address.toLowerCase(Locale.ROOT)));
  }

  boolean has(Address address) {
    return find(address.value()).isPresent();
  }

  /** Those that follow an address in the alphabet. */
  List<Entry> after(String address) {
    return List.copyOf(entries.tailMap(address, false).values());
  }
}
