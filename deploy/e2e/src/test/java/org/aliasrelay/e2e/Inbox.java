package org.aliasrelay.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The mailbox over HTTP. */
public final class Inbox {
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Web web;
  private final String base;

  Inbox(Web web, String base) {
    this.web = web;
    this.base = base;
  }

  /** The subjects of all mail to that address. */
  public List<String> subjects(String to) {
    List<String> subjects = new ArrayList<>();
    for (JsonNode each : list(to)) {
      subjects.add(each.path("subject").asText());
    }
    return subjects;
  }

  /** When each subject arrived at that address. */
  Map<String, Instant> arrivals(String to) {
    Map<String, Instant> arrivals = new HashMap<>();
    for (JsonNode each : list(to)) {
      arrivals.put(each.path("subject").asText(), Instant.parse(each.path("receivedAt").asText()));
    }
    return arrivals;
  }

  /** Waits for the mail to that address with that subject. */
  public Received await(String to, String subject) {
    return awaitAll(to, subject, 1).getFirst();
  }

  /** Waits for so many mails to that address with that subject. */
  List<Received> awaitAll(String to, String subject, int count) {
    return Awaitility.await("mail \"" + subject + "\"")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> find(to, subject), found -> found.size() >= count);
  }

  /** The mails to that address with that subject. */
  List<Received> find(String to, String subject) {
    List<Received> found = new ArrayList<>();
    for (JsonNode each : list(to)) {
      if (each.path("subject").asText().equals(subject)) {
        String raw = base + "/api/messages/" + each.path("id").asText() + "/raw";
        found.add(new Received(web.get(raw).expect(200).response().body()));
      }
    }
    return found;
  }

  private JsonNode list(String to) {
    String query = URLEncoder.encode(to, StandardCharsets.UTF_8);
    return web.get(base + "/api/messages?to=" + query).expect(200).json();
  }
}
