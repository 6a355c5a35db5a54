package org.aliasrelay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The forwarder has a heap of 512 MiB here, as everywhere: sixteen of these do not fit into it. */
@WithRelay
class LargeMailIT {
  private static final int LARGE = 16;
  private static final int SMALL = 40;
  private static final int LARGE_BYTES = 28_000_000;

  /** Holds every large mail that is being sent in the forwarder's memory for that long. */
  private static final Duration SLOW_ANSWER = Duration.ofSeconds(4);

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @Test
  void sixteenLargeMailsAtOnceArriveWhileSmallMailFlows(World world) throws Exception {
    String alias = world.newAliasAddress();
    world.stack().kill("forwarder");
    Map<Letter, Integer> large = new LinkedHashMap<>();
    for (int seed = 0; seed < LARGE; seed++) {
      Letter letter = Letter.from("large");
      world.postOffice().send(letter.sender(), message(letter, alias, seed), alias);
      large.put(letter, seed);
    }
    // Behind the large ones in the queue.
    List<Letter> small = new ArrayList<>();
    for (int i = 0; i < SMALL; i++) {
      Letter letter = Letter.from("small");
      world.postOffice().send(letter.sender(), letter.to(alias), alias);
      small.add(letter);
    }
    answerAfter(world, SLOW_ANSWER);
    world.stack().up();
    long forwarder = world.stack().pid("forwarder");
    try {
      await(world, small);
      assertThat(arrived(world).containsAll(subjects(large.keySet())))
          .as("small mail does not wait for large mail")
          .isFalse();
      await(world, List.copyOf(large.keySet()));
    } finally {
      answerAfter(world, Duration.ZERO);
    }

    large.forEach(
        (letter, seed) ->
            assertThat(world.inbox().find(world.primary(), letter.subject()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.body()).isEqualTo(body(seed))));
    assertThat(ProcessHandle.of(forwarder)).as("the forwarder lived through it").isPresent();
    try (Backstage backstage = world.backstage()) {
      backstage.awaitSilence();
    }
  }

  private static void await(World world, List<Letter> letters) {
    Awaitility.await("all of " + letters.size() + " mails")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> arrived(world).containsAll(subjects(Set.copyOf(letters))));
  }

  private static Set<String> arrived(World world) {
    return new HashSet<>(world.inbox().subjects(world.primary()));
  }

  private static List<String> subjects(Set<Letter> letters) {
    return letters.stream().map(Letter::subject).toList();
  }

  private static void answerAfter(World world, Duration delay) {
    world
        .web()
        .put(world.stack().url("aws") + "/_local/ses", Map.of("delayMillis", delay.toMillis()))
        .expect(200);
  }

  private static byte[] message(Letter letter, String alias, int seed) {
    String header =
        """
        From: <%s>
        To: <%s>
        Subject: %s
        Date: Sun, 22 Nov 2026 10:00:00 +0000
        MIME-Version: 1.0
        Content-Type: application/octet-stream; name="film.bin"
        Content-Transfer-Encoding: base64

        """
            .formatted(letter.sender(), alias, letter.subject())
            .replaceAll("\r?\n", "\r\n");
    ByteArrayOutputStream message = new ByteArrayOutputStream(LARGE_BYTES + 1024);
    message.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    message.writeBytes(body(seed));
    return message.toByteArray();
  }

  private static byte[] body(int seed) {
    byte[] content = new byte[LARGE_BYTES / 78 * 57];
    new Random(seed).nextBytes(content);
    byte[] lines = Base64.getMimeEncoder().encode(content);
    ByteArrayOutputStream body = new ByteArrayOutputStream(lines.length + 2);
    body.writeBytes(lines);
    body.writeBytes(new byte[] {'\r', '\n'});
    return body.toByteArray();
  }
}
