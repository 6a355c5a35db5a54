package org.aliasrelay.local.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTest {
  private final Vertx vertx = Vertx.vertx();

  @TempDir Path home;

  private S3Endpoint objects;

  @BeforeEach
  void open() {
    objects = S3Endpoint.open(vertx, home, "mail");
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void whatNobodyDeletedInThreeDaysGoes() throws Exception {
    put("old", Lifecycle.KEPT.plusMinutes(1));
    put("young", Lifecycle.KEPT.minusMinutes(1));

    try (var _ = Lifecycle.start(vertx, objects, "mail", Clock.systemUTC())) {
      await().until(() -> files().size() == 1);
    }

    assertThat(files().getFirst().getFileName()).hasToString("young");
  }

  private void put(String key, Duration age) throws IOException {
    List<Path> before = files();
    objects.put("mail", key, "text/plain", new byte[] {1});
    Path file = files().stream().filter(one -> !before.contains(one)).findFirst().orElseThrow();
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(home.resolve("buckets/mail"))) {
      return all.toList();
    }
  }
}
