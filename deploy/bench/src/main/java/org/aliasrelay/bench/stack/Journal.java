package org.aliasrelay.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The local cloud's list of what SES has taken. */
final class Journal {
  private final Http http;
  private final String url;

  Journal(Http http, BenchStack stack) {
    this.http = http;
    this.url = stack.address("aws") + "/_local/journal";
  }

  /**
   * A mail that SES took.
   *
   * @param mail SES's id of the mail as it came in
   */
  record Sent(String mail, Instant at) {}

  /** In their order. */
  List<Sent> sends() throws IOException, InterruptedException {
    List<Sent> sends = new ArrayList<>();
    for (JsonNode entry : http.get(url)) {
      String mail = entry.path("tags").path("mail").asText();
      sends.add(new Sent(mail, Instant.parse(entry.path("time").asText())));
    }
    return sends;
  }

  void clear() throws IOException, InterruptedException {
    http.delete(url);
  }
}
