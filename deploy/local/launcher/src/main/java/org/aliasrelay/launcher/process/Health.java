package org.aliasrelay.launcher.process;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * What a part says of itself, in MicroProfile Health's words.
 *
 * @param up whether it can work
 * @param lacks what keeps it from that, as {@code name (detail, …)}; empty where it does not say
 */
public record Health(boolean up, List<String> lacks) {
  /** Of a part that does not answer, or was not asked. */
  public static final Health SILENT = new Health(false, List.of());

  private static final int OK = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  static Health of(int status, String body) {
    return status == OK ? new Health(true, List.of()) : new Health(false, lacks(body));
  }

  private static List<String> lacks(String body) {
    List<String> lacks = new ArrayList<>();
    for (JsonNode check : checks(body)) {
      if (check.path("status").asText().equals("DOWN")) {
        List<String> details = new ArrayList<>();
        check.path("data").forEach(detail -> details.add(detail.asText()));
        String name = check.path("name").asText();
        lacks.add(details.isEmpty() ? name : name + " (" + String.join(", ", details) + ")");
      }
    }
    return lacks;
  }

  /** Nothing where the answer is no JSON: another program may listen there. */
  private static Iterable<JsonNode> checks(String body) {
    try {
      return JSON.readTree(body).path("checks");
    } catch (JacksonException e) {
      return List.of();
    }
  }
}
