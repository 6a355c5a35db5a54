package org.aliasrelay.forward.rewrite;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which fields of a stranger's message go no further, and which may stand only once. */
final class FieldRules {
  /** Where filters in the owner's mailbox look; a sender's own copies are dropped. */
  static final String OURS = "X-Alias-Relay-";

  /**
   * Rewritten, or dropped because they say how the message came (and so would a reply's), because
   * their proof is broken by rewriting, or because they make a mail program write to someone
   * directly: from the primary address, past the relay.
   */
  private static final Set<String> DROPPED =
      Set.of(
          // Rewritten.
          "from",
          "to",
          "cc",
          "reply-to",
          "references",
          "list-unsubscribe",
          // Transport and trace: RFC 5321, section 4.4, and what software adds in its manner.
          "return-path",
          "received",
          "delivered-to",
          "x-delivered-to",
          "x-original-to",
          "x-envelope-to",
          "x-envelope-from",
          "x-envelope-sender",
          "envelope-to",
          "apparently-to",
          "apparently-from",
          "x-rcpt-to",
          "x-apparently-to",
          "x-received",
          "x-forwarded-to",
          "x-forwarded-for",
          "x-originating-ip",
          "x-sender-ip",
          "x-authenticated-sender",
          "x-authentication-warning",
          "errors-to",
          "sender",
          "bcc",
          "content-length",
          "status",
          "x-status",
          "x-uidl",
          "x-mozilla-status",
          "x-mozilla-status2",
          // Authentication of the message as it was: RFC 6376, 8601, 8617, 7208.
          "dkim-signature",
          "domainkey-signature",
          "x-google-dkim-signature",
          "authentication-results",
          "x-original-authentication-results",
          "received-spf",
          "x-received-spf",
          // Receipts: RFC 8098, section 2.1, and its elders.
          "disposition-notification-to",
          "disposition-notification-options",
          "return-receipt-to",
          "x-confirm-reading-to",
          "chat-disposition-notification-to",
          "delivery-receipt-to",
          "notice-requested-upon-delivery-to",
          "x-reply-to",
          "read-receipt-to",
          "x-pmrqc",
          "generate-delivery-report",
          "return-receipt-requested",
          // Answers that go round the Reply-To.
          "mail-followup-to",
          "mail-reply-to",
          "mail-copies-to",
          "followup-to",
          // The local cloud's own.
          "x-local-verdicts");

  private static final List<String> DROPPED_PREFIXES =
      List.of("arc-", "resent-", "x-ses-", "x-alias-relay-", "x-original-", "x-ms-exchange-");

  /** SES refuses a message in which one of these stands twice. */
  private static final Set<String> SINGLE =
      Set.of(
          "subject",
          "date",
          "message-id",
          "in-reply-to",
          "mime-version",
          "precedence",
          "priority",
          "importance",
          "sensitivity",
          "auto-submitted",
          "organization",
          "keywords",
          "comments",
          "user-agent",
          "accept-language",
          "acceptlanguage",
          "archived-at",
          "bounces-to",
          "message-context",
          "original-from",
          "original-message-id",
          "original-recipient",
          "original-subject",
          "solicitation",
          "vbr-info");

  private static final List<String> SINGLE_PREFIXES = List.of("content-", "list-", "thread-");

  /** RFC 2369. */
  private static final Set<String> OF_LIST_URIS =
      Set.of(
          "list-unsubscribe",
          "list-subscribe",
          "list-help",
          "list-post",
          "list-owner",
          "list-archive");

  /** What else is asked for, and what most mail has. */
  private static final Set<String> COMMON =
      Set.of(
          "x-alias-relay-hop",
          "x-autoreply",
          "x-autorespond",
          "x-failed-recipients",
          "content-type",
          "content-transfer-encoding",
          "content-disposition",
          "content-language",
          "list-id",
          "list-unsubscribe-post",
          "thread-topic",
          "thread-index",
          "arc-seal",
          "arc-message-signature",
          "arc-authentication-results",
          "feedback-id",
          "x-mailer",
          "x-mimeole",
          "x-msmail-priority",
          "x-priority");

  private FieldRules() {}

  /** Every name that stands here, in small letters. */
  static List<String> mentioned() {
    return Stream.of(DROPPED, SINGLE, OF_LIST_URIS, COMMON)
        .flatMap(Set::stream)
        .distinct()
        .toList();
  }

  static boolean isDropped(String key) {
    return DROPPED.contains(key) || isDroppedForItsStart(key);
  }

  static boolean isSingle(String key) {
    return SINGLE.contains(key) || isSingleForItsStart(key);
  }

  static boolean isDroppedForItsStart(String key) {
    return startsWithOneOf(DROPPED_PREFIXES, key);
  }

  static boolean isSingleForItsStart(String key) {
    return startsWithOneOf(SINGLE_PREFIXES, key);
  }

  static boolean holdsListUris(String key) {
    return OF_LIST_URIS.contains(key);
  }

  private static boolean startsWithOneOf(List<String> prefixes, String key) {
    for (String prefix : prefixes) {
      if (key.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
