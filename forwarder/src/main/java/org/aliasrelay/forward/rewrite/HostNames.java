package org.aliasrelay.forward.rewrite;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The owner's domain, and hosts below it, in fields that programs write: in the reports of the
 * owner's server and mail program (RFC 3464, RFC 5965, RFC 8098), and in attached messages that
 * went through them. A domain of one's own is as good as a name; they get the relay's. Where the
 * correspondent is at the same domain, or a million others are, it tells nothing.
 */
final class HostNames {
  /** Of providers, at which anybody may be. */
  private static final Set<String> PUBLIC =
      Set.of(
          "163.com",
          "aol.com",
          "comcast.net",
          "fastmail.com",
          "free.fr",
          "gmail.com",
          "gmx.at",
          "gmx.ch",
          "gmx.de",
          "gmx.net",
          "googlemail.com",
          "hotmail.com",
          "icloud.com",
          "laposte.net",
          "libero.it",
          "live.com",
          "mac.com",
          "mail.ru",
          "me.com",
          "msn.com",
          "orange.fr",
          "outlook.com",
          "posteo.de",
          "proton.me",
          "protonmail.com",
          "qq.com",
          "t-online.de",
          "web.de",
          "yahoo.co.jp",
          "yahoo.co.uk",
          "yahoo.com",
          "yandex.ru",
          "zoho.com");

  /** Identifiers, of which what is before the at sign is nobody's name. */
  private static final Pattern IDENTIFIERS =
      fields("(?:original-|resent-)?message-id|references|in-reply-to");

  private static final Pattern TRACES =
      fields(
          "received|received-spf|(?:arc-)?authentication-results|(?:google-)?dkim-signature"
              + "|domainkey-signature|arc-seal|arc-message-signature|spam-[a-z-]+|reporting-ua"
              + "|reporting-mta|received-from-mta|remote-mta|dsn-gateway|mdn-gateway"
              + "|reported-domain");

  /** Where the owner's mail program found what it sends. */
  private static final Pattern PLACE =
      Pattern.compile(
          "^content-location[ \\t]*+:[ \\t\\r\\n\"]*+file:[^\\n]*+\\n(?:[ \\t][^\\n]*+\\n)*+",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final Set<String> REPORTS =
      Set.of(
          "message/delivery-status",
          "message/disposition-notification",
          "message/feedback-report",
          "message/global-delivery-status",
          "message/global-disposition-notification",
          "message/global-headers",
          "text/rfc822-headers");

  private static final String END = "(?![\\w-]|\\.\\w)";

  private final Pattern identifying;

  /** But those of addresses: others may be at the same domain. */
  private final Pattern alone;

  /** The domain alone, whatever is before it. */
  private final Pattern bare;

  private final String relayDomain;
  private final boolean tell;

  /**
   * @param isElsewhere whether the correspondent is at another domain
   */
  HostNames(String ownDomain, String relayDomain, boolean isElsewhere) {
    this.identifying = hosts("(?<=@)", ownDomain);
    this.alone = hosts("(?<![\\w.-])(?<![\\w.+-]@)", ownDomain);
    this.bare = compiled("(?<![\\w-])" + Pattern.quote(ownDomain) + END);
    this.relayDomain = relayDomain;
    this.tell = isElsewhere && !PUBLIC.contains(ownDomain);
  }

  private static Pattern fields(String names) {
    return Pattern.compile(
        "^(?:x-)?(?:" + names + ")[ \\t]*+:[^\\n]*+(?:\\n[ \\t][^\\n]*+)*+",
        Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  }

  private static Pattern hosts(String behind, String domain) {
    return compiled(behind + "(?:[\\w-]{1,63}\\.){0,10}" + Pattern.quote(domain) + END);
  }

  private static Pattern compiled(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }

  /** Whether the text of such a part is fields. */
  static boolean areIn(String type) {
    return REPORTS.contains(type);
  }

  /** Whether they tell the correspondent anything. */
  boolean tell() {
    return tell;
  }

  /** In fields of a header, or of a report. */
  String replacedIn(String fields) {
    String placeless = PLACE.matcher(fields).replaceAll("");
    if (!tell) {
      return placeless;
    }
    String identified = replacedIn(IDENTIFIERS, identifying, placeless);
    return replacedIn(TRACES, alone, replacedIn(IDENTIFIERS, bare, identified));
  }

  private String replacedIn(Pattern which, Pattern hosts, String fields) {
    String relay = Matcher.quoteReplacement(relayDomain);
    return which
        .matcher(fields)
        .replaceAll(
            field -> Matcher.quoteReplacement(hosts.matcher(field.group()).replaceAll(relay)));
  }
}
