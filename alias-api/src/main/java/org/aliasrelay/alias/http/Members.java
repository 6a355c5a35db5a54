package org.aliasrelay.alias.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object of which every one may be left out. Unknown members are ignored: old
 * servers meet new clients.
 */
public final class Members {
  private final @Nullable JsonNode body;

  private Members(@Nullable JsonNode body) {
    this.body = body;
  }

  /**
   * Of a request's body; no body is an empty object.
   *
   * @throws InvalidRequest if it is something else than an object
   */
  public static Members of(@Nullable JsonNode body) {
    if (body != null && !body.isObject() && !body.isNull() && !body.isMissingNode()) {
      throw new InvalidRequest("The body must be a JSON object.");
    }
    return new Members(body);
  }

  /** A flag; nothing where it is missing or null. */
  public Optional<Boolean> flag(String name) {
    JsonNode value = member(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isBoolean()) {
      throw new InvalidRequest("The member " + name + " must be true or false.");
    }
    return Optional.of(value.booleanValue());
  }

  /** A text, cut if it is longer than allowed; null is the empty text. */
  public Optional<String> text(String name, int max) {
    JsonNode value = member(name);
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

  /**
   * A constant, written in small letters; nothing where it is missing or null.
   *
   * @throws InvalidRequest if it is something else
   */
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> choices) {
    JsonNode value = member(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    for (E choice : EnumSet.allOf(choices)) {
      if (written(choice).equals(value.textValue())) {
        return Optional.of(choice);
      }
    }
    throw new InvalidRequest(
        EnumSet.allOf(choices).stream()
            .map(Members::written)
            .collect(Collectors.joining(" or ", "The member " + name + " must be ", ".")));
  }

  private static String written(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private @Nullable JsonNode member(String name) {
    return body == null ? null : body.get(name);
  }

  /** Counts code points, so that no character is cut in two. */
  private static String cut(String text, int max) {
    return text.codePointCount(0, text.length()) <= max
        ? text
        : text.substring(0, text.offsetByCodePoints(0, max));
  }
}
