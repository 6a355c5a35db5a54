package org.aliasrelay.forward.rewrite;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifiers of parts (RFC 2045, section 7) that end with the owner's domain, and the links to
 * them (RFC 2392): Thunderbird makes them so for every image in a text, and a domain of one's own
 * is as good as a name. Both get the relay's domain, so that they still belong together.
 */
final class PartIds {
  private static final int LONGEST = 200;

  private final Pattern pattern;
  private final String replacement;

  PartIds(String ownDomain, String relayDomain) {
    this.pattern =
        Pattern.compile(
            "((?:content-id[ \\t]*:\\s*<|start=\"?<|cid:)[^\\s\"'<>()@%%]{1,%d}(?:@|%%40))%s(?=[\\s\"'<>()]|$)"
                .formatted(LONGEST, Pattern.quote(ownDomain)),
            Pattern.CASE_INSENSITIVE);
    this.replacement = "$1" + Matcher.quoteReplacement(relayDomain);
  }

  /** In headers of parts, or in text. */
  String replacedIn(String text) {
    return pattern.matcher(text).replaceAll(replacement);
  }
}
