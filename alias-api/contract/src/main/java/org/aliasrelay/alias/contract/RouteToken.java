package org.aliasrelay.alias.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What mail-ingest and the forwarder hold instead of a recipient. Only alias-api can open it. The
 * same recipient of the same mail always gives the same token, and a token says nothing about
 * another mail: asked twice, alias-api answers with equal tokens, and two mails to one alias cannot
 * be linked by theirs.
 *
 * @param value URL-safe Base64 without padding, 1 to 256 characters
 */
public record RouteToken(@JsonValue String value) {
  /** The longest token, in characters. */
  public static final int MAX_LENGTH = 256;

  /**
   * @throws IllegalArgumentException if the text is not a token
   */
  @JsonCreator
  public RouteToken {
    if (value.isEmpty()
        || value.length() > MAX_LENGTH
        || !value.chars().allMatch(RouteToken::isTokenCharacter)) {
      throw new IllegalArgumentException("not a route token");
    }
  }

  private static boolean isTokenCharacter(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
  }
}
