package org.aliasrelay.forward.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/** What goes over the wire, as a server sees it that knows nothing of the SDK. */
class StreamedMessageTest {
  private static final int PIECE = 48 * 1024;

  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  private record Seen(String contentLength, String signature, String payloadHash, byte[] body) {}

  private final List<Seen> seen = new ArrayList<>();
  private int status = 200;
  private HttpServer server;
  private SesV2Client ses;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          seen.add(
              new Seen(
                  String.valueOf(headers.getFirst("Content-Length")),
                  String.valueOf(headers.getFirst("Authorization")),
                  String.valueOf(headers.getFirst("x-amz-content-sha256")),
                  exchange.getRequestBody().readAllBytes()));
          byte[] answer = "{\"MessageId\":\"1\"}".getBytes(StandardCharsets.US_ASCII);
          exchange.sendResponseHeaders(status, answer.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(answer);
          }
        });
    server.start();
    ses =
        SesV2Client.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .httpClientBuilder(ApacheHttpClient.builder())
            .overrideConfiguration(
                c ->
                    c.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .addExecutionInterceptor(new StreamedMessage()))
            .build();
  }

  @AfterEach
  void stop() {
    ses.close();
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 100, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 2})
  void carriesEveryByteOfTheMessage(int length) throws Exception {
    byte[] message = new byte[length];
    new Random(length).nextBytes(message);

    assertThat(ses.sendEmail(request(message)).messageId()).isEqualTo("1");

    JsonNode json = new ObjectMapper().readTree(seen.getFirst().body());
    assertThat(json.at("/Content/Raw/Data").binaryValue()).isEqualTo(message);
    assertThat(json.at("/FromEmailAddress").asText()).isEqualTo("from@relay.test");
    assertThat(json.at("/Destination/ToAddresses/0").asText()).isEqualTo("\"Data\":\"\"@x.test");
    assertThat(json.at("/EmailTags/0/Value").asText()).isEqualTo("t1");
  }

  @Test
  void signsWhatItSends() throws Exception {
    ses.sendEmail(request(new byte[100_000]));

    Seen request = seen.getFirst();
    assertThat(request.contentLength()).isEqualTo(Integer.toString(request.body().length));
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(request.body());
    assertThat(request.payloadHash()).isEqualTo(HexFormat.of().formatHex(hash));
    assertThat(request.signature()).startsWith("AWS4-HMAC-SHA256 Credential=key/");
  }

  @Test
  void leavesErrorsToTheSdkAndDoesNotRepeat() {
    status = 429;
    assertThatThrownBy(() -> ses.sendEmail(request(new byte[10])))
        .isInstanceOfSatisfying(
            AwsServiceException.class, e -> assertThat(e.statusCode()).isEqualTo(429));
    assertThat(seen).hasSize(1);
  }

  @Test
  void leavesOtherRequestsAlone() {
    ses.sendEmail(
        r ->
            r.fromEmailAddress("from@relay.test")
                .content(
                    c ->
                        c.simple(
                            s -> s.subject(t -> t.data("")).body(b -> b.text(t -> t.data("hi"))))));
    assertThat(new String(seen.getFirst().body(), StandardCharsets.UTF_8)).contains("Simple");
  }

  private static SendEmailRequest request(byte[] message) {
    return SendEmailRequest.builder()
        .fromEmailAddress("from@relay.test")
        .destination(d -> d.toAddresses("\"Data\":\"\"@x.test"))
        .content(c -> c.raw(raw -> raw.data(SdkBytes.fromByteArrayUnsafe(message))))
        .emailTags(MessageTag.builder().name("delivery").value("t1").build())
        .build();
  }
}
