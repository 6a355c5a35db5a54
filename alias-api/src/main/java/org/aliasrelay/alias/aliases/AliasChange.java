package org.aliasrelay.alias.aliases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.aliasrelay.alias.http.InvalidRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants an alias to be. What is empty stays as it is. Over-long labels are cut: a
 * password manager that sends a long page title wants its address all the same.
 */
record AliasChange(
    Optional<Boolean> enabled,
    Optional<Boolean> blockListEmails,
    Optional<String> description,
    Optional<String> generatedFor,
    Optional<String> usedOn) {
  static final int MAX_DESCRIPTION = 64;
  static final int MAX_GENERATED_FOR = 255;
  static final int MAX_USED_ON = 2000;

  /**
   * Reads the members that can be written, and ignores all others.
   *
   * @throws InvalidRequest if one has the wrong type
   */
  static AliasChange of(@Nullable JsonNode body) {
    if (body != null && !body.isObject() && !body.isNull() && !body.isMissingNode()) {
      throw new InvalidRequest("The body must be a JSON object.");
    }
    return new AliasChange(
        flag(body, "enabled"),
        flag(body, "block_list_emails"),
        text(body, "description", MAX_DESCRIPTION),
        text(body, "generated_for", MAX_GENERATED_FOR),
        text(body, "used_on", MAX_USED_ON));
  }

  private static Optional<Boolean> flag(@Nullable JsonNode body, String name) {
    JsonNode value = body == null ? null : body.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isBoolean()) {
      throw new InvalidRequest("The member " + name + " must be true or false.");
    }
    return Optional.of(value.booleanValue());
  }

  private static Optional<String> text(@Nullable JsonNode body, String name, int max) {
    JsonNode value = body == null ? null : body.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value.isNull()) {
      return Optional.of("");
    }
    if (!value.isTextual()) {
      throw new InvalidRequest("The member " + name + " must be a text.");
    }
    return Optional.of(cut(value.textValue(), max));
  }

  /** Counts code points, so that no character is cut in two. */
  private static String cut(String text, int max) {
    return text.codePointCount(0, text.length()) <= max
        ? text
        : text.substring(0, text.offsetByCodePoints(0, max));
  }
}
