package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifiers of parts (RFC 2045, section 7) that end with the owner's domain, and the links to
 * them (RFC 2392): Thunderbird makes them so for every image in a text, and a domain of one's own
 * is as good as a name. Both get the relay's domain, so that they still belong together. A link to
 * what stands nowhere stays as it is, and so does a part that a multipart begins with by name.
 */
final class PartIds {
  /** More than any honest message has. */
  private static final int MOST = 500;

  /** Letters that a link might hold in another spelling than as an octet in hexadecimal. */
  private static final String LEFT = "([^\\s<>@&%\"'()]{1,200})";

  /** Without colons, so that none is looked at from two links on. */
  private static final String LINKED_LEFT = "([^\\s<>@&\"'():]{1,600}?)";

  private static final String HOSTS = "(?:[a-z0-9-]{1,63}\\.){0,4}";

  private final Set<String> lefts = new HashSet<>();
  private final Pattern field;
  private final Pattern start;
  private final Pattern link;
  private final String relayDomain;

  private PartIds(String ownDomain, String relayDomain) {
    String domain = HOSTS + Pattern.quote(ownDomain);
    this.start = compiled("start[ \\t]*=[ \\t]*\"?<?" + LEFT + "@" + domain);
    this.field =
        compiled("(^content-id[ \\t]*:\\s{0,9}<?)" + LEFT + "(@)(" + domain + ")(?=[>\\s])");
    this.link = compiled("((?<![\\w.+-])cid:)" + LINKED_LEFT + "(@|%40)" + domain + "(?![\\w.-])");
    this.relayDomain = relayDomain;
  }

  private static Pattern compiled(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  }

  /** Those in the body of a message. */
  static PartIds in(Head head, byte[] body, String ownDomain, String relayDomain) {
    PartIds ids = new PartIds(ownDomain, relayDomain);
    String text = new String(body, ISO_8859_1);
    Map<String, String> domains = new HashMap<>();
    Set<String> twice = new HashSet<>();
    Matcher found = ids.field.matcher(text);
    while (domains.size() < MOST && found.find()) {
      String domain = found.group(4).toLowerCase(Locale.ROOT);
      if (!domain.equals(domains.computeIfAbsent(found.group(2), _ -> domain))) {
        twice.add(found.group(2));
      }
    }
    // What two hosts have given to different parts would be the same at one domain.
    ids.lefts.addAll(domains.keySet());
    ids.lefts.removeAll(twice);
    ids.spareStarts(head.value(FieldName.CONTENT_TYPE));
    ids.spareStarts(text);
    return ids;
  }

  /** The first part of a multipart/related may be named beside its boundary (RFC 2387). */
  private void spareStarts(String text) {
    if (!lefts.isEmpty()) {
      start.matcher(text).results().map(found -> found.group(1)).forEach(lefts::remove);
    }
  }

  /** In headers of parts. */
  String replacedInHeaders(String text) {
    return replacedIn(text, field, left -> left);
  }

  /** In a text that may have links to parts. */
  String replacedInText(String text) {
    return replacedIn(text, link, left -> PercentEncoding.decoded(left).orElse(left));
  }

  private String replacedIn(String text, Pattern pattern, Function<String, String> left) {
    return lefts.isEmpty()
        ? text
        : pattern
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(replacement(found, left)));
  }

  private String replacement(MatchResult found, Function<String, String> left) {
    return lefts.contains(left.apply(found.group(2)))
        ? found.group(1) + found.group(2) + found.group(3) + relayDomain
        : found.group();
  }
}
