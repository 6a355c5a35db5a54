package org.aliasrelay.ingest.follow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a bounce means. SES calls every refusal permanent, but a mailbox that does not exist and a
 * mail that its provider does not like are two things: anybody can send the second, and must not
 * pause the owner's account by it. The codes are those of RFC 3463, section 3.
 *
 * <p>The text beside a code may hold an address: nothing of it is kept.
 */
final class BounceReader {
  /** Sub-types of a bounce that are about the message, not about the mailbox. */
  private static final Set<String> ABOUT_THE_MESSAGE =
      Set.of("MessageTooLarge", "ContentRejected", "AttachmentRejected");

  private static final Set<String> SUPPRESSION = Set.of("Suppressed", "OnAccountSuppressionList");

  private static final Set<String> WHAT_A_SERVER_SAYS =
      Set.of("action", "status", "diagnosticCode");

  /** Class, subject and detail of an enhanced status code; never a part of an IP address. */
  private static final Pattern ENHANCED =
      Pattern.compile(
          "(?<![0-9.])[245]\\.(?<subject>[0-9]{1,3})\\.(?<detail>[0-9]{1,3})(?![0-9.])");

  /** A server's answer without an enhanced code (RFC 5321, section 4.2.3). */
  private static final Pattern PLAIN = Pattern.compile("(?<![0-9.])5[0-9]{2}(?![0-9.])");

  /** What providers say of a message that they do not like, or of whom it comes from. */
  private static final Pattern DISLIKE =
      Pattern.compile(
          "spam|scored|virus|malware|phish|content|blacklist|block ?list|black ?hole|reputation"
              + "|policy",
          Pattern.CASE_INSENSITIVE);

  /** Longer texts are not searched: the code stands at the beginning. */
  private static final int LONGEST_TEXT = 500;

  private BounceReader() {}

  static SendEvent.What read(JsonNode bounce) {
    String subType = bounce.path("bounceSubType").asText();
    if (isSuppression(subType)) {
      return SendEvent.What.SUPPRESSED;
    }
    if (ABOUT_THE_MESSAGE.contains(subType)) {
      return SendEvent.What.MESSAGE_BOUNCE;
    }
    if (!bounce.path("bounceType").asText().equals("Permanent")) {
      return isAnsweredByItself(bounce) ? SendEvent.What.TAKEN : SendEvent.What.SOFT_BOUNCE;
    }
    return subType.equals("NoEmail")
        ? SendEvent.What.HARD_BOUNCE
        : StreamSupport.stream(bounce.path("bouncedRecipients").spliterator(), false)
            .findFirst()
            .flatMap(BounceReader::byCode)
            .orElse(SendEvent.What.HARD_BOUNCE);
  }

  /**
   * SES takes an answer like "out of office" for a transient bounce of general nature. A server
   * that did not take the mail says so, in words or by a code; where nobody says anything, it was
   * taken.
   */
  private static boolean isAnsweredByItself(JsonNode bounce) {
    JsonNode recipients = bounce.path("bouncedRecipients");
    return bounce.path("bounceType").asText().equals("Transient")
        && bounce.path("bounceSubType").asText().equals("General")
        && !recipients.isEmpty()
        && StreamSupport.stream(recipients.spliterator(), false)
            .noneMatch(one -> WHAT_A_SERVER_SAYS.stream().anyMatch(one::hasNonNull));
  }

  static boolean isSuppression(String subType) {
    return SUPPRESSION.contains(subType);
  }

  /** The status first, then what the provider said; SES fills in 5.0.0 where it knows no more. */
  private static Optional<SendEvent.What> byCode(JsonNode recipient) {
    String diagnostic = text(recipient.path("diagnosticCode"));
    return Stream.of(text(recipient.path("status")), diagnostic)
        .map(BounceReader::byEnhancedCode)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> byPlainCode(diagnostic));
  }

  private static Optional<SendEvent.What> byEnhancedCode(String text) {
    Matcher code = ENHANCED.matcher(text);
    return code.find()
        ? meaning(Integer.parseInt(code.group("subject")), Integer.parseInt(code.group("detail")))
        : Optional.empty();
  }

  private static Optional<SendEvent.What> meaning(int subject, int detail) {
    return switch (subject) {
      case 1 -> Optional.of(ofAddress(detail));
      case 2 -> Optional.of(ofMailbox(detail));
      case 3 -> Optional.of(ofMailSystem(detail));
      // Routing: the domain's servers cannot be reached, which says nothing about the mailbox.
      case 4 -> Optional.of(SendEvent.What.SOFT_BOUNCE);
      case 5, 6, 7 -> Optional.of(SendEvent.What.MESSAGE_BOUNCE);
      default -> Optional.empty();
    };
  }

  /** 7 and 8 are about the address that we send from. */
  private static SendEvent.What ofAddress(int detail) {
    return switch (detail) {
      case 7, 8 -> SendEvent.What.MESSAGE_BOUNCE;
      default -> SendEvent.What.HARD_BOUNCE;
    };
  }

  /** 0 says that the mailbox is there; some providers give it for spam. */
  private static SendEvent.What ofMailbox(int detail) {
    return switch (detail) {
      case 2 -> SendEvent.What.SOFT_BOUNCE;
      case 0, 3 -> SendEvent.What.MESSAGE_BOUNCE;
      default -> SendEvent.What.HARD_BOUNCE;
    };
  }

  private static SendEvent.What ofMailSystem(int detail) {
    return switch (detail) {
      case 3, 4 -> SendEvent.What.MESSAGE_BOUNCE;
      default -> SendEvent.What.SOFT_BOUNCE;
    };
  }

  /**
   * 550 is used for everything, and for a mailbox that is not there most often, unless the words
   * speak of the message.
   */
  private static Optional<SendEvent.What> byPlainCode(String diagnostic) {
    Matcher code = PLAIN.matcher(diagnostic);
    if (!code.find()) {
      return Optional.empty();
    }
    if (DISLIKE.matcher(diagnostic).find()) {
      return Optional.of(SendEvent.What.MESSAGE_BOUNCE);
    }
    return switch (code.group()) {
      case "552", "554", "555" -> Optional.of(SendEvent.What.MESSAGE_BOUNCE);
      default -> Optional.empty();
    };
  }

  private static String text(JsonNode node) {
    String text = node.asText();
    return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
  }
}
