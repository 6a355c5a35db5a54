package org.aliasrelay.alias.keys;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An API key at the one moment when it can be seen. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record NewApiKey(
    UUID id,
    String key,
    String name,
    List<String> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt) {
  @Override
  public String toString() {
    return "[new api key]";
  }
}
