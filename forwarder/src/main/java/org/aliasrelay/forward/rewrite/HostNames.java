package org.aliasrelay.forward.rewrite;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The owner's domain, and hosts below it, in fields that programs write: in the reports of the
 * owner's server and mail program (RFC 3464, RFC 8098), and in attached messages that went through
 * them. A domain of one's own is as good as a name; they get the relay's. Where a correspondent is
 * at the same domain, it tells nothing.
 */
final class HostNames {
  private static final Pattern FIELD =
      Pattern.compile(
          "^(?:x-)?(?:received|(?:original-|resent-)?message-id|references|in-reply-to|return-path"
              + "|reporting-ua|reporting-mta|received-from-mta|remote-mta|dsn-gateway|mdn-gateway)"
              + "[ \\t]*+:[^\\n]*+(?:\\n[ \\t][^\\n]*+)*+",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /** Where the owner's mail program found what it sends. */
  private static final Pattern PLACE =
      Pattern.compile(
          "^content-location[ \\t]*+:[ \\t\\r\\n\"]*+file:[^\\n]*+\\n(?:[ \\t][^\\n]*+\\n)*+",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final Set<String> REPORTS =
      Set.of(
          "message/delivery-status",
          "message/disposition-notification",
          "message/global-delivery-status",
          "message/global-disposition-notification",
          "message/global-headers",
          "text/rfc822-headers");

  private final Pattern host;
  private final String relayDomain;
  private final boolean tells;

  /**
   * @param tells whether the domain tells a correspondent anything
   */
  HostNames(String ownDomain, String relayDomain, boolean tells) {
    this.host =
        Pattern.compile(
            "(?<![\\w.-])(?:[a-z0-9-]{1,63}\\.){0,4}"
                + Pattern.quote(ownDomain)
                + "(?![\\w-]|\\.\\w)",
            Pattern.CASE_INSENSITIVE);
    this.relayDomain = relayDomain;
    this.tells = tells;
  }

  /** Whether the text of such a part is fields. */
  static boolean areIn(String type) {
    return REPORTS.contains(type);
  }

  /** In fields of a header, or of a report. */
  String replacedIn(String fields) {
    String placeless = PLACE.matcher(fields).replaceAll("");
    return tells
        ? FIELD
            .matcher(placeless)
            .replaceAll(field -> Matcher.quoteReplacement(replacedInField(field.group())))
        : placeless;
  }

  private String replacedInField(String field) {
    return host.matcher(field).replaceAll(Matcher.quoteReplacement(relayDomain));
  }
}
