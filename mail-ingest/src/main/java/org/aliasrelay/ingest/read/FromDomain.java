package org.aliasrelay.ingest.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * The domain of a message's author, for alignment (RFC 9989, section 4.4), if there is exactly one
 * author and no two programs could disagree about who it is. Used only where DMARC says nothing.
 */
final class FromDomain {
  /** An address, bare or in angle brackets after a display name without specials or in quotes. */
  private static final Pattern MAILBOX =
      Pattern.compile(
          "(?:\"(?:[^\"\\\\]|\\\\.)*+\"|[^\"<>()@,:;\\\\]*+)\\s*+<(?<bracketed>[^<>\\s]++)>"
              + "|(?<bare>[^<>\\s\"]++)");

  /** Longer ones are not looked at: the pattern's cost grows with the length. */
  private static final int MAX_LENGTH = 1_000;

  private FromDomain() {}

  /**
   * @param mail the member {@code mail} of the notification
   */
  static Optional<String> of(JsonNode mail) {
    JsonNode from = mail.path("commonHeaders").path("from");
    // SES cuts the headers at 10 KB: a second From field could be in the part that is missing.
    if (!mail.path("headersTruncated").isBoolean()
        || mail.path("headersTruncated").booleanValue()
        || from.size() != 1
        || fromFields(mail) > 1) {
      return Optional.empty();
    }
    return Optional.ofNullable(from.path(0).textValue())
        .map(String::strip)
        .filter(text -> text.length() <= MAX_LENGTH)
        .map(MAILBOX::matcher)
        .filter(Matcher::matches)
        .map(FromDomain::address)
        .flatMap(EmailAddress::parse)
        .map(EmailAddress::domain);
  }

  private static String address(Matcher mailbox) {
    String bracketed = mailbox.group("bracketed");
    return bracketed == null ? mailbox.group("bare") : bracketed;
  }

  private static long fromFields(JsonNode mail) {
    return StreamSupport.stream(mail.path("headers").spliterator(), false)
        .filter(field -> "from".equalsIgnoreCase(field.path("name").textValue()))
        .count();
  }
}
