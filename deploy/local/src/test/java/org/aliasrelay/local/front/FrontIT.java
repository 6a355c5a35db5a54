package org.aliasrelay.local.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.aliasrelay.local.TestPorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontIT {

  private static final int POLLS = 400;

  /** Answered together, once all are there. */
  private final Queue<HttpServerResponse> waiting = new ConcurrentLinkedQueue<>();

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port = TestPorts.free();
  @TempDir private Path folder;
  private HttpServer sqs;
  private Front front;

  @BeforeEach
  void start() {
    sqs =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  if (request.uri().endsWith("/echo")) {
                    request.response().putHeader("X-Echo", request.headers().get("X-Odd"));
                    request.response().setStatusCode(418).send(request);
                  } else if (request.uri().endsWith("/poll")) {
                    waiting.add(request.response());
                  } else {
                    request.response().end("sqs");
                  }
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    front = front(new Disk(folder, 0)::check);
    front.ses().route().handler(context -> context.response().end("ses"));
    front.open().get("/SimpleNotificationService-1.pem").handler(c -> c.response().end("pem"));
    front.listen("127.0.0.1", port);
  }

  @AfterEach
  void stop() {
    client.close();
    front.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @CsvSource({
    "sqs, sqs",
    "s3, s3",
    "ses, ses",
  })
  void signedRequestGoesToTheServiceOfItsScope(String scope, String service) throws Exception {
    // The path of another service must not win over the signature.
    var request =
        request("/v2/email/000000000000")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=local/20261122/us-east-1/"
                    + scope
                    + "/aws4_request, SignedHeaders=host, Signature=00")
            .build();

    assertThat(send(request).body()).isEqualTo(service);
  }

  @ParameterizedTest
  @CsvSource({
    "/v2/email/outbound-emails, ses",
    "/000000000000/inbound-mail?Action=ReceiveMessage, sqs",
    "/relay-mail/key, s3",
    "/relay-mail/key?X-Amz-Credential=local%2F20261122%2Fus-east-1%2Fsqs%2Faws4_request, sqs",
    "/SimpleNotificationService-1.pem, pem",
  })
  void unsignedRequestGoesWhereItsPathPoints(String path, String service) throws Exception {
    assertThat(send(request(path).build()).body()).isEqualTo(service);
  }

  @Test
  void unsignedTargetAndFormGoToTheirServices() throws Exception {
    var target = request("/").header("X-Amz-Target", "AmazonSQS.ListQueues");
    assertThat(send(target.POST(BodyPublishers.ofString("{}")).build()).body()).isEqualTo("sqs");

    var form = request("/").header("Content-Type", "application/x-www-form-urlencoded");
    assertThat(send(form.POST(BodyPublishers.ofString("Action=SendRawEmail")).build()).body())
        .isEqualTo("ses");
  }

  @Test
  void passesStatusHeadersAndBodyUnchanged() throws Exception {
    String body = "\u0000\u00e4".repeat(100_000);
    var request =
        request("/000000000000/echo")
            .header("X-Odd", "a=b; c, \"d\"")
            .POST(BodyPublishers.ofString(body))
            .build();

    HttpResponse<String> response = send(request);

    assertThat(response.statusCode()).isEqualTo(418);
    assertThat(response.headers().firstValue("X-Echo")).contains("a=b; c, \"d\"");
    assertThat(response.body()).isEqualTo(body);
  }

  @Test
  void hundredsOfPollsWaitAtTheSameTime() {
    var polls =
        IntStream.range(0, POLLS)
            .mapToObj(
                i ->
                    client.sendAsync(
                        request("/000000000000/poll").build(), BodyHandlers.ofString()))
            .toList();
    // One after the other, the second would wait for the answer to the first.
    await().until(() -> waiting.size() == POLLS);
    waiting.forEach(response -> response.end("sqs"));

    assertThat(polls).allMatch(poll -> poll.join().body().equals("sqs"));
  }

  @Test
  void isHealthyOnlyWhenReady() throws Exception {
    assertThat(send(request("/_local/health").build()).statusCode()).isEqualTo(503);

    front.becomeReady();

    HttpResponse<String> health = send(request("/_local/health").build());
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(health.body()).getString("status")).isEqualTo("UP");
  }

  @Test
  void isNotHealthyWithoutRoomOnTheDisk() throws Exception {
    front.close();
    front = front(new Disk(folder, Long.MAX_VALUE)::check);
    front.listen("127.0.0.1", port);
    front.becomeReady();

    HttpResponse<String> health = send(request("/_local/health").build());

    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(health.body()).contains("\"disk\",\"status\":\"DOWN\"");
  }

  @Test
  void isNotHealthyWhileWhatItNeedsIsAway() throws Exception {
    var up = new AtomicBoolean(true);
    front.close();
    front = front(() -> new Check("database", up.get(), "why"));
    front.listen("127.0.0.1", port);
    front.becomeReady();
    assertThat(send(request("/_local/health").build()).statusCode()).isEqualTo(200);

    up.set(false);
    HttpResponse<String> health = send(request("/_local/health").build());
    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(health.body())
        .contains("\"database\",\"status\":\"DOWN\",\"data\":{\"detail\":\"why\"}");

    up.set(true);
    assertThat(send(request("/_local/health").build()).statusCode()).isEqualTo(200);
  }

  private Front front(Supplier<Check> need) {
    return new Front(
        vertx, sqs.actualPort(), request -> request.response().end("s3"), List.of(need));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .version(HttpClient.Version.HTTP_1_1);
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }
}
