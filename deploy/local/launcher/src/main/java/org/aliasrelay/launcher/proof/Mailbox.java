package org.aliasrelay.launcher.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.aliasrelay.launcher.stack.Trouble;

/** The local mailbox over its HTTP API: every mail the relay has sent. */
public final class Mailbox {
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int OK = 200;

  private final Http http;
  private final String base;

  /** The mailbox at that URL. */
  public Mailbox(Http http, String base) {
    this.http = http;
    this.base = base;
  }

  /**
   * A mail found in the mailbox.
   *
   * @param id its id there
   * @param mail what it says
   */
  public record Found(String id, Mail mail) {}

  /** The ids of all mail, or of the mail to one address if that is not empty. */
  public Set<String> ids(String to) throws IOException, InterruptedException, Trouble {
    String query = to.isEmpty() ? "" : "?to=" + Http.encode(to);
    Http.Answer answer = http.get(base + "/api/messages" + query, "");
    if (answer.status() != OK) {
      throw new Trouble("The mailbox at %s answered %d.".formatted(base, answer.status()));
    }
    JsonNode list = answer.json();
    Set<String> ids = new HashSet<>();
    for (JsonNode each : list) {
      ids.add(each.path("id").asText());
    }
    return ids;
  }

  /** Waits for a mail that was not there before and that the test accepts. */
  public Optional<Found> await(String to, Set<String> before, Predicate<Mail> test, Duration limit)
      throws IOException, InterruptedException, Trouble {
    long deadline = System.nanoTime() + limit.toNanos();
    Set<String> seen = new HashSet<>(before);
    while (System.nanoTime() < deadline) {
      for (String id : ids(to)) {
        if (seen.add(id)) {
          Mail mail = new Mail(http.get(raw(id), "").body());
          if (test.test(mail)) {
            return Optional.of(new Found(id, mail));
          }
        }
      }
      Thread.sleep(PAUSE);
    }
    return Optional.empty();
  }

  /** The URL of a mail's source. */
  public String raw(String id) {
    return base + "/api/messages/" + Http.encode(id) + "/raw";
  }
}
