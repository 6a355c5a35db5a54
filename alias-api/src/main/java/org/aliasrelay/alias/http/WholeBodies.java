package org.aliasrelay.alias.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * Reads a body to its end. What follows the JSON shows that the client meant something else, such
 * as two documents, of which the second would be lost without a word (RFC 8259, section 2).
 */
@Singleton
class WholeBodies implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper json) {
    json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }
}
