package org.aliasrelay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aliasrelay.testkit.CorpusFolder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * A folder of messages through the whole stack, each by SMTP as it is: {@code -Dcorpus=<folder>}.
 * Each must come to exactly one end that has a name, and a body that needs no repair must arrive
 * byte for byte.
 */
@WithRelay
class CorpusIT {
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /** A reasonable share of one alias; more would be held back as a flood. */
  private static final int MAILS_PER_ALIAS = 50;

  @Test
  void everyMessageComesToOneNamedEnd(World world) throws Exception {
    String folder = System.getProperty("corpus", "");
    assumeTrue(!folder.isEmpty(), "no corpus was given: -Dcorpus=<folder>");
    List<Sample> messages = samples(Path.of(folder));
    assertThat(messages).as("messages in the folder").isNotEmpty();

    Map<String, Sample> samples = new HashMap<>();
    Map<String, Integer> ends = new TreeMap<>();
    send(world, messages, samples, ends);
    awaitTheEnd(world);

    Map<String, List<String>> sends = sendsByMail(world);
    Map<String, byte[]> arrived = new Arrivals(world).byMessageId();
    Map<String, String> refusals = new MailLog(world.stack().home().resolve("logs")).ends();
    int identical = 0;
    int changed = 0;
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, Sample> entry : samples.entrySet()) {
      List<String> copies = sends.getOrDefault(entry.getKey(), List.of());
      String end = copies.isEmpty() ? refusals.getOrDefault(entry.getKey(), "") : "sent";
      if (copies.size() > 1 || end.isEmpty()) {
        faults.add(entry.getValue() + ": " + copies.size() + " sends " + end);
      }
      ends.merge(end.isEmpty() ? "LOST" : end, 1, Integer::sum);
      if (copies.size() == 1) {
        byte[] message = arrived.get(copies.getFirst());
        if (message == null) {
          faults.add(entry.getValue() + ": sent, and not in the mailbox");
        } else if (entry.getValue().bodyIsIn(message)) {
          identical++;
        } else {
          changed++;
          if (!entry.getValue().needsRepair()) {
            faults.add(entry.getValue() + ": body changed without need");
          }
        }
      }
    }
    System.out.printf(
        "corpus: %d messages; ends %s; bodies byte-identical %d, re-encoded where SES would refuse"
            + " them %d; faults %d %s%n",
        messages.size(), ends, identical, changed, faults.size(), faults);
    assertThat(faults).isEmpty();
    assertThat(ends.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(messages.size());
  }

  private static List<Sample> samples(Path folder) throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (Path file : CorpusFolder.files(folder)) {
      CorpusFolder.in(folder, file).stream().map(Sample::of).forEach(samples::add);
    }
    return samples;
  }

  private static void send(
      World world, List<Sample> messages, Map<String, Sample> samples, Map<String, Integer> ends)
      throws IOException {
    String alias = "";
    try (RawSmtp smtp = new RawSmtp(world.stack().port("SMTP"))) {
      for (int i = 0; i < messages.size(); i++) {
        if (i % MAILS_PER_ALIAS == 0) {
          alias = world.newAliasAddress();
        }
        Sample sample = messages.get(i);
        String answer = smtp.send("sender@corpus.example", alias, sample.message());
        if (answer.startsWith("250")) {
          samples.put(answer.substring(answer.lastIndexOf(' ') + 1), sample);
        } else {
          ends.merge("refused at the door: " + answer.substring(0, 3), 1, Integer::sum);
        }
      }
    }
  }

  private static void awaitTheEnd(World world) {
    try (Backstage backstage = world.backstage()) {
      Awaitility.await("empty queues and an empty mail bucket")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> backstage.queued().isEmpty() && backstage.vault().isEmpty());
    }
  }

  /** SES's ids of what was sent, by the mail it was made of. */
  private static Map<String, List<String>> sendsByMail(World world) {
    Map<String, List<String>> sends = new HashMap<>();
    JsonNode journal = world.web().get(world.stack().url("aws") + "/_local/journal").json();
    for (JsonNode send : journal) {
      String mail = send.path("tags").path("mail").asText();
      sends.computeIfAbsent(mail, _ -> new ArrayList<>()).add(send.path("id").asText());
    }
    return sends;
  }
}
