package org.aliasrelay.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** Reads our own messages: unknown fields are ignored, unknown versions are refused. */
@Singleton
public class WireMessages {
  private final ObjectMapper mapper;

  /** Reads with the settings of this mapper, and stricter ones of its own. */
  public WireMessages(ObjectMapper mapper) {
    this.mapper =
        mapper
            .copy()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
  }

  /**
   * Reads one message.
   *
   * @param version the only one accepted
   */
  public <T> Reading<T> read(String json, Class<T> type, int version) {
    return read(json, type, version, version);
  }

  /**
   * The same for a message of which older versions may still be on their way.
   *
   * @param oldest the first one accepted
   * @param newest the last one accepted
   */
  public <T> Reading<T> read(String json, Class<T> type, int oldest, int newest) {
    try {
      JsonNode tree = mapper.readTree(json);
      JsonNode found = tree.path("version");
      if (!found.isInt()) {
        return new Reading.Unreadable<>("no version");
      }
      if (found.intValue() < oldest || found.intValue() > newest) {
        return new Reading.Unreadable<>("unknown version " + found.intValue());
      }
      return new Reading.Understood<>(mapper.treeToValue(tree, type));
    } catch (JsonProcessingException e) {
      return new Reading.Unreadable<>("not a " + type.getSimpleName());
    }
  }
}
