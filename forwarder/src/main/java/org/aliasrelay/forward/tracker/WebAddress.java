package org.aliasrelay.forward.tracker;

import java.util.Locale;
import java.util.Optional;

/**
 * What an image is fetched from, as far as trackers are told by it.
 *
 * @param host in lower case, without user, port and a dot at the end
 * @param path and query, with the slash they begin with; a fragment is never sent
 */
public record WebAddress(String host, String path) {
  /** RFC 1035, section 2.3.4: no longer name has an address. */
  private static final int LONGEST_HOST = 253;

  /**
   * The address in an attribute, read as leniently as browsers do; nothing where it is not one of
   * the web: a part of the mail itself, for instance.
   */
  public static Optional<WebAddress> of(String attribute) {
    String url = attribute.strip();
    int start = afterScheme(url);
    if (start < 0) {
      return Optional.empty();
    }
    int end = start;
    while (end < url.length() && "/\\?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String host = host(url.substring(start, end));
    return host.isEmpty() || host.length() > LONGEST_HOST
        ? Optional.empty()
        : Optional.of(new WebAddress(host, path(url.substring(end))));
  }

  /** Where the authority begins; negative where there is none (RFC 3986, section 3.2). */
  private static int afterScheme(String url) {
    int start = 0;
    if (url.regionMatches(true, 0, "https:", 0, 6)) {
      start = 6;
    } else if (url.regionMatches(true, 0, "http:", 0, 5)) {
      start = 5;
    }
    int slashes = start;
    while (slashes < url.length() && "/\\".indexOf(url.charAt(slashes)) >= 0) {
      slashes++;
    }
    return slashes - start < 2 ? -1 : slashes;
  }

  private static String host(String authority) {
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int port = host.indexOf(':');
    String name = port < 0 ? host : host.substring(0, port);
    String rooted = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return rooted.toLowerCase(Locale.ROOT);
  }

  private static String path(String rest) {
    int fragment = rest.indexOf('#');
    String sent = fragment < 0 ? rest : rest.substring(0, fragment);
    return sent.startsWith("/") ? sent : "/" + sent;
  }
}
