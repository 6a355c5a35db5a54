package org.aliasrelay.forward.tracker;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A list of trackers. A line names a host, and with it every host below it; after the host may
 * follow what the path begins with; {@code *} stands for any host. From {@code #} on it is a
 * comment.
 */
public final class TrackerList {
  private static final String ANY_HOST = "*";
  private static final Pattern HOST = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)+");

  /** What paths begin with, by host; none of a host's begins with another of them. */
  private final Map<String, NavigableSet<String>> prefixes = new HashMap<>();

  private TrackerList() {}

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException naming the line that is none of a list, or if nothing is
   *     listed
   */
  public static TrackerList parse(String text) {
    TrackerList list = new TrackerList();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      String entry = line.split("#", 2)[0].strip();
      if (!entry.isEmpty() && !list.add(entry)) {
        throw new IllegalArgumentException("line " + number + " names no tracker");
      }
    }
    if (list.prefixes.isEmpty()) {
      throw new IllegalArgumentException("nothing is listed");
    }
    return list;
  }

  private boolean add(String entry) {
    int slash = entry.indexOf('/');
    String host = (slash < 0 ? entry : entry.substring(0, slash)).toLowerCase(Locale.ROOT);
    String path = slash < 0 ? "/" : entry.substring(slash);
    boolean everything = host.equals(ANY_HOST) && path.equals("/");
    if (everything || !(host.equals(ANY_HOST) || HOST.matcher(host).matches())) {
      return false;
    }
    NavigableSet<String> paths = prefixes.computeIfAbsent(host, _ -> new TreeSet<>());
    if (!hasPrefix(paths, path)) {
      paths.tailSet(path, true).removeIf(longer -> longer.startsWith(path));
      paths.add(path);
    }
    return true;
  }

  /** Whether a tracker answers at that address. */
  public boolean names(WebAddress address) {
    if (hasPrefix(prefixes.get(ANY_HOST), address.path())) {
      return true;
    }
    String host = address.host();
    while (true) {
      if (hasPrefix(prefixes.get(host), address.path())) {
        return true;
      }
      int dot = host.indexOf('.');
      if (dot < 0) {
        return false;
      }
      host = host.substring(dot + 1);
    }
  }

  /** Of strings of which none begins with another, only the nearest below can be the beginning. */
  private static boolean hasPrefix(@Nullable NavigableSet<String> paths, String path) {
    String nearest = paths == null ? null : paths.floor(path);
    return nearest != null && path.startsWith(nearest);
  }
}
