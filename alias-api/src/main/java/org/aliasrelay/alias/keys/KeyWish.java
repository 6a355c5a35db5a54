package org.aliasrelay.alias.keys;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.aliasrelay.alias.accounts.Scopes;
import org.jspecify.annotations.Nullable;

/** What somebody asks for who wants an API key. Nothing asked means a key that can do little. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record KeyWish(
    @Nullable String name,
    @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> scopes,
    @Nullable Instant expiresAt) {
  private static final int MAX_NAME = 64;

  /** RFC 3339 has no later year, and PostgreSQL no timestamps that are much later. */
  private static final Instant LAST_EXPIRY = Instant.parse("9999-12-31T23:59:59Z");

  String shortName() {
    String text = name == null ? "" : name;
    return text.codePointCount(0, text.length()) <= MAX_NAME
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_NAME));
  }

  List<String> wantedScopes() {
    return scopes == null || scopes.isEmpty()
        ? List.of(Scopes.ALIASES_CREATE)
        : scopes.stream().distinct().toList();
  }

  boolean valid(Instant now) {
    return Scopes.OF_KEYS.containsAll(wantedScopes())
        && (expiresAt == null || (expiresAt.isAfter(now) && !expiresAt.isAfter(LAST_EXPIRY)));
  }
}
