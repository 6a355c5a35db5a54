package org.aliasrelay.ingest.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id SES gave a received mail. Never the Message-ID field, which a stranger could send first.
 *
 * @param value 1 to 128 characters of {@code A-Z a-z 0-9 - _}
 */
public record MailId(@JsonValue String value) {
  private static final int MAX_LENGTH = 128;

  /**
   * @throws IllegalArgumentException if the text is not such an id
   */
  @JsonCreator
  public MailId {
    if (value.isEmpty()
        || value.length() > MAX_LENGTH
        || !value.chars().allMatch(MailId::isIdCharacter)) {
      throw new IllegalArgumentException("not a mail id");
    }
  }

  private static boolean isIdCharacter(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
  }

  @Override
  public String toString() {
    return value;
  }
}
