package org.aliasrelay.forward.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.forward.alarm.Alarms;
import org.aliasrelay.forward.deliver.FixedMailConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** What the answers of an SES that is no help come to, over HTTP. */
class SesMailSenderTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int IN_A_ROW = 5;
  private static final OutgoingMail MAIL =
      new OutgoingMail(
          EmailAddress.of("k7m2p9@relay.test"),
          EmailAddress.of("ada@mailbox.test"),
          "delivery",
          1,
          Reference.NONE,
          Instant.MAX,
          "Subject: hi\r\n\r\nbody\r\n".getBytes(UTF_8));

  private final Alarms alarms = new Alarms(new SimpleMeterRegistry());
  private HttpServer server = server();
  private volatile int status = 200;
  private volatile String answer = "{\"MessageId\":\"ses-1\"}";

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() {
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          byte[] body = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private SesMailSender sender(AwsCredentialsProvider credentials) {
    SesV2Client ses =
        SesV2Client.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(credentials)
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .httpClientBuilder(ApacheHttpClient.builder())
            .overrideConfiguration(
                c ->
                    c.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .addExecutionInterceptor(new TransmissionDeadline(Clock.systemUTC())))
            .build();
    return new SesMailSender(
        ses, new FixedMailConfig(10_000), alarms, new CircuitBreaker(Clock.systemUTC()));
  }

  private SesMailSender sender() {
    return sender(AnonymousCredentialsProvider.create());
  }

  @Test
  void sends() {
    assertThat(sender().send(MAIL, TIMEOUT)).isEqualTo(new SendResult.Sent("ses-1"));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 403, 429, 503})
  void errorsInARowStopItWithAnAlarmUntilThereIsAnAnswer(int anAnswer) {
    SesMailSender sender = sender();
    status = 500;
    for (int i = 1; i < IN_A_ROW; i++) {
      assertThat(sender.send(MAIL, TIMEOUT)).isInstanceOf(SendResult.Unknown.class);
    }
    assertThat(sender.isAnswering()).isTrue();
    assertThat(alarms.ringing()).isEmpty();

    assertThat(sender.send(MAIL, TIMEOUT)).isInstanceOf(SendResult.Unknown.class);
    assertThat(sender.isAnswering()).isFalse();
    assertThat(alarms.ringing()).containsExactly("ses-no-answer");

    status = anAnswer;
    sender.send(MAIL, TIMEOUT);
    assertThat(sender.isAnswering()).isTrue();
    assertThat(alarms.ringing()).doesNotContain("ses-no-answer");
  }

  /** Which answers end a mail, which say that it was not taken, and which say neither. */
  @ParameterizedTest
  @CsvSource({
    "400, MessageRejected, Refused[cause=MessageRejected]",
    "400, BadRequestException, Refused[cause=BadRequest]",
    "413, RequestEntityTooLarge, Refused[cause=too large]",
    "429, TooManyRequestsException, Deferred[cause=throttled]",
    "400, ThrottlingException, Deferred[cause=throttled]",
    "400, LimitExceededException, Deferred[cause=ses-limit-exceeded]",
    "400, SendingPausedException, Deferred[cause=ses-sending-paused]",
    "400, AccountSuspendedException, Deferred[cause=ses-account-suspended]",
    "403, AccessDeniedException, Deferred[cause=ses-credentials-refused]",
    "404, NotFoundException, Deferred[cause=ses-configuration-set-missing]",
    "409, ConflictException, Doubtful[cause=status 409]",
    "503, ServiceUnavailable, Deferred[cause=SesV2Exception]",
    "500, InternalFailure, Unknown[cause=status 500]",
    "504, GatewayTimeout, Unknown[cause=status 504]",
  })
  void answersThatAreNoSend(int code, String type, String result) {
    answer(code, type);
    assertThat(sender().send(MAIL, TIMEOUT)).hasToString(result);
  }

  @Test
  void whatWasNeverTransmittedWasCertainlyNotTaken() {
    SesMailSender sender =
        sender(
            () -> {
              throw SdkClientException.create("Unable to load credentials");
            });
    assertThat(sender.send(MAIL, TIMEOUT)).isEqualTo(new SendResult.Deferred("ses-no-request"));
    assertThat(alarms.ringing()).containsExactly("ses-no-request");
  }

  @ParameterizedTest
  @CsvSource({"200, None", "404, NotFoundException"})
  void whatIsNotOnTheSuppressionListIsNotSuppressed(int code, String type) {
    answer(code, type);
    assertThat(sender().forgetSuppression(MAIL.recipient())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "429, TooManyRequestsException",
    "403, AccessDeniedException",
    "400, BadRequestException",
    "500, InternalFailure",
  })
  void whatWasNotTakenOffTheSuppressionListMayBeSuppressed(int code, String type) {
    answer(code, type);
    assertThat(sender().forgetSuppression(MAIL.recipient())).contains("status " + code);
  }

  @Test
  void aSuppressionListThatNobodyAnswersForMayHoldTheAddress() {
    SesMailSender sender = sender();
    server.stop(0);
    server = server();
    assertThat(sender.forgetSuppression(MAIL.recipient())).isPresent();
  }

  @Test
  void aSuppressionListThatIsClosedRingsUntilItOpens() {
    SesMailSender sender = sender();
    answer(403, "AccessDeniedException");
    sender.forgetSuppression(MAIL.recipient());
    answer(200, "None");
    sender.send(MAIL, TIMEOUT);
    assertThat(alarms.ringing()).containsExactly("suppression-list-closed");

    sender.forgetSuppression(MAIL.recipient());
    assertThat(alarms.ringing()).isEmpty();
  }

  private void answer(int code, String type) {
    status = code;
    answer = "{\"__type\":\"" + type + "\",\"message\":\"no\"}";
  }

  @Test
  void whatComesTooLateIsNotTransmitted() {
    var late =
        new OutgoingMail(
            MAIL.from(),
            MAIL.recipient(),
            MAIL.delivery(),
            MAIL.attempt(),
            MAIL.reference(),
            Instant.now().minusSeconds(1),
            MAIL.message());
    assertThat(sender().send(late, TIMEOUT)).isEqualTo(new SendResult.Deferred("too late"));
    assertThat(alarms.ringing()).isEmpty();
  }

  @Test
  void nobodyThereIsCertainlyNotTakenEither() {
    SesMailSender sender = sender();
    server.stop(0);
    server = server();
    assertThat(sender.send(MAIL, TIMEOUT)).isEqualTo(new SendResult.Deferred("no connection"));
  }
}
