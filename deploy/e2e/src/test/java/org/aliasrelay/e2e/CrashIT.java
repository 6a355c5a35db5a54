package org.aliasrelay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** kill -9 of any service, in the middle of 200 mails: none is lost. */
@WithRelay
class CrashIT {
  private static final int MAILS = 200;
  private static final int BEFORE_THE_CRASH = 30;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @ParameterizedTest
  @ValueSource(strings = {"alias-api", "mail-ingest", "forwarder", "telemetry"})
  void killedServiceLosesNothing(String service, World world) throws Exception {
    String alias = world.newAliasAddress();
    String series = service + " " + UUID.randomUUID().toString().substring(0, 8) + " ";
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(() -> sendAll(world, alias, series));
    Awaitility.await("the first mails")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> arrived(world, series).size() >= BEFORE_THE_CRASH);

    world.stack().kill(service);
    int atTheCrash = arrived(world, series).size();
    long crash = System.nanoTime();
    sending.join();
    world.stack().up();

    Awaitility.await("all mails")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> distinct(world, series).size() == MAILS);
    try (Backstage backstage = world.backstage()) {
      backstage.awaitSilence();
    }
    int copies = arrived(world, series).size();
    System.out.printf(
        "kill -9 %s after %d of %d mails: all there %d s later, %d duplicates%n",
        service,
        atTheCrash,
        MAILS,
        Duration.ofNanos(System.nanoTime() - crash).toSeconds(),
        copies - MAILS);
    assertThat(atTheCrash).as("the crash came in the middle").isLessThan(MAILS);
    assertThat(distinct(world, series)).hasSize(MAILS);
  }

  private static void sendAll(World world, String alias, String series) {
    PostOffice office = world.postOffice();
    for (int i = 0; i < MAILS; i++) {
      Letter letter = new Letter("bea@shop.example", series + i, "");
      office.send(letter.sender(), letter.to(alias), alias);
    }
  }

  private static List<String> arrived(World world, String series) {
    return world.inbox().subjects(world.primary()).stream()
        .filter(subject -> subject.startsWith(series))
        .toList();
  }

  private static Set<String> distinct(World world, String series) {
    return new HashSet<>(arrived(world, series));
  }
}
