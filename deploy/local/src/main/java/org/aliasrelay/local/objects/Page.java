package org.aliasrelay.local.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of the names in a bucket. Where a delimiter is given, all keys that have the same
 * beginning up to it are one entry, a common prefix: so clients show folders. Each entry counts
 * once, and the next page begins after the last.
 *
 * @param prefixes the common prefixes
 * @param next the last entry, if there is more
 */
record Page(List<ObjectName> names, List<String> prefixes, @Nullable String next) {

  /**
   * What is asked for.
   *
   * @param prefix of every key
   * @param delimiter empty for none
   * @param after the key, or the common prefix, that the page before ended with; or empty
   * @param limit how many entries at most
   */
  record Query(String prefix, String delimiter, String after, int limit) {

    /** The common prefix that a key is part of, if it is. */
    private Optional<String> common(String key) {
      int at = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
      return at < 0 ? Optional.empty() : Optional.of(key.substring(0, at + delimiter.length()));
    }

    private boolean has(String key) {
      return key.startsWith(prefix) && key.compareTo(after) > 0;
    }
  }

  Page {
    names = List.copyOf(names);
    prefixes = List.copyOf(prefixes);
  }

  /** The page of these names, which are in order. */
  static Page of(List<ObjectName> all, Query query) {
    var names = new ArrayList<ObjectName>();
    var prefixes = new ArrayList<String>();
    String last = query.after();
    for (ObjectName name : all) {
      if (!query.has(name.key())) {
        continue;
      }
      Optional<String> common = query.common(name.key());
      if (common.filter(last::equals).isPresent()) {
        continue;
      }
      if (names.size() + prefixes.size() == query.limit()) {
        return new Page(names, prefixes, query.limit() == 0 ? null : last);
      }
      common.ifPresentOrElse(prefixes::add, () -> names.add(name));
      last = common.orElse(name.key());
    }
    return new Page(names, prefixes, null);
  }
}
