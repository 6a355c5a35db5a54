package org.aliasrelay.alias.services;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.NewAlias;
import org.aliasrelay.alias.testing.People;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@IntegrationTest
class InternalPortIT {
  private static final int REQUESTS = 3000;
  private static final int AT_ONCE = 100;

  @Inject People people;
  @Inject InternalPort port;

  @ConfigProperty(name = "relay.internal.credential")
  @Inject
  String credential;

  @Test
  void answersAHundredAtOnce() throws Exception {
    String alias = NewAlias.of(people.somebody()).address();
    Semaphore room = new Semaphore(AT_ONCE);
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        String mailId = "mail-" + i;
        room.acquire();
        answers.add(askers.submit(() -> ask(client, mailId, alias, room)));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }
  }

  private int ask(HttpClient client, String mailId, String alias, Semaphore room)
      throws IOException, InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.port() + "/internal/routes"))
              .header("Authorization", "Service " + credential)
              .header("Content-Type", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"mailId\":\"" + mailId + "\",\"recipient\":\"" + alias + "\"}"))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } finally {
      room.release();
    }
  }
}
