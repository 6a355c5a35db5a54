package org.aliasrelay.local.ses;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.aliasrelay.local.door.Door;
import org.aliasrelay.local.mailbox.Mailbox;
import org.aliasrelay.local.notify.Topic;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Both APIs of SES on the AWS port, and what tests can set and read. */
public final class SesPort implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SesPort.class);

  /** Recipients a second, where no limit is set: SES has no word for "unlimited" here. */
  static final long UNLIMITED_RATE = 10_000;

  /** Room for 40 MB in Base64 and in a form, where each plus sign takes three octets. */
  private static final long MAX_BODY = 64L * 1024 * 1024;

  /**
   * Threads of its own: a send may wait for S3 and SQS, which the front serves from the common
   * ones.
   */
  private static final int SENDERS = 16;

  /** Of a Content-Length from 10 MB on. */
  private static final int LARGE_DIGITS = 8;

  private final Quota quota;
  private final Journal journal = new Journal();
  private final Outbox outbox;
  private final WorkerExecutor senders;
  private final Turns large = new Turns();
  private final SuppressionList suppressed = new SuppressionList();
  private final String mailDomain;
  private final Clock clock;

  /**
   * @param events where configuration sets publish
   * @param mailDomain the verified identity: the relay domain
   */
  public SesPort(
      Vertx vertx, String mailDomain, Topic events, Door door, Mailbox mailbox, Clock clock) {
    this.mailDomain = mailDomain;
    this.clock = clock;
    senders = vertx.createSharedWorkerExecutor("ses", SENDERS);
    quota = new Quota(clock);
    outbox =
        new Outbox(
            mailDomain,
            quota,
            journal,
            new SesEvents(events, clock),
            new LocalProviders(door, mailbox),
            suppressed,
            clock);
  }

  /** Requests that are for SES and no other service. */
  public void mountApis(Router router) {
    router.post("/v2/email/outbound-emails").handler(context -> withBody(context, this::sendV2));
    router
        .get("/v2/email/account")
        .handler(context -> v2Answer(context, 200, V2Api.account(quota)));
    new SuppressionApi(suppressed, clock).mount(router);
    new IdentityApi(mailDomain).mount(router);
    router.post("/").handler(context -> withBody(context, this::actV1));
    router
        .route()
        .handler(
            context ->
                v2Error(context, new SesException(SesError.NOT_FOUND, "Unknown operation.")));
  }

  /** The switches for tests, outside of AWS. */
  public void mountSwitches(Router router) {
    router.get("/_local/ses").handler(context -> ok(context, quota.settings().json().encode()));
    router.put("/_local/ses").handler(BodyHandler.create(false)).handler(this::set);
    router.get("/_local/journal").handler(context -> ok(context, journal.json().encode()));
    router
        .delete("/_local/journal")
        .handler(
            context -> {
              journal.empty();
              context.response().setStatusCode(204).end();
            });
  }

  private void set(RoutingContext context) {
    try {
      JsonObject wanted = context.body().asJsonObject();
      quota.set(SendingSettings.of(wanted == null ? new JsonObject() : wanted));
      ok(context, quota.settings().json().encode());
    } catch (DecodeException | ClassCastException | IllegalArgumentException e) {
      answer(context, 400, "text/plain", "These are no settings.\n");
    }
  }

  /** Sending blocks on files and on other parts, so it leaves the event loop. */
  private void withBody(RoutingContext context, Function<Request, Answer> act) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > MAX_BODY) {
      answer(context, 413, "text/plain", "The request is too large.\n");
      return;
    }
    taken(context, length, act)
        .onSuccess(answer -> later(context, answer))
        .onFailure(
            failure -> {
              LOG.warn("outcome=failed reason={}", failure.getClass().getName());
              answer(context, 500, "text/plain", "Something broke.\n");
            });
  }

  /** A large message is in memory several times until it is in a mailbox. */
  private Future<Answer> taken(
      RoutingContext context, @Nullable String length, Function<Request, Answer> act) {
    if (length == null || length.length() < LARGE_DIGITS || context.body().available()) {
      return body(context).compose(body -> acted(context, body, act));
    }
    // Asked for before its turn comes, so that it fails if the client does not wait for that.
    Future<Buffer> whole = context.request().body();
    HttpServerRequest request = context.request().pause();
    return large.take().compose(turn -> inTurn(context, request, whole, act));
  }

  private Future<Answer> inTurn(
      RoutingContext context,
      HttpServerRequest request,
      Future<Buffer> whole,
      Function<Request, Answer> act) {
    request.resume();
    Future<Answer> answer = whole.compose(body -> acted(context, body, act));
    var _ = answer.onComplete(done -> large.end());
    return answer;
  }

  private Future<Answer> acted(RoutingContext context, Buffer body, Function<Request, Answer> act) {
    String client = context.request().remoteAddress().hostAddress();
    return senders
        .executeBlocking(() -> act.apply(new Request(body, client)), false)
        .map(Objects::requireNonNull);
  }

  /** The front has read the body of an unsigned form already, to see what it is. */
  private static Future<Buffer> body(RoutingContext context) {
    return context.body().available()
        ? Future.succeededFuture(context.body().buffer())
        : context.request().body();
  }

  private record Request(Buffer body, String client) {}

  private record Answer(int status, String type, String text, String errorType, boolean sent) {}

  private Answer sendV2(Request request) {
    try {
      var body = new ByteArrayInputStream(request.body().getBytes());
      String sesId = outbox.send(V2Api.read(body, request.client()));
      return new Answer(200, "application/json", V2Api.sent(sesId), "", true);
    } catch (SesException e) {
      return new Answer(
          e.error().v2Status(), "application/json", V2Api.error(e), e.error().v2Code(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer actV1(Request request) {
    try {
      var form = V1Api.form(request.body().toString(StandardCharsets.UTF_8));
      return switch (form.getOrDefault("Action", "")) {
        case "SendRawEmail" -> {
          String sesId = outbox.send(V1Api.read(form, request.client()));
          yield new Answer(200, "text/xml", V1Api.sent(sesId), "", true);
        }
        case "GetSendQuota" -> new Answer(200, "text/xml", V1Api.quota(quota), "", false);
        default -> throw new SesException(SesError.BAD_REQUEST, "Unknown action.");
      };
    } catch (SesException e) {
      return new Answer(e.error().v1Status(), "text/xml", V1Api.error(e), "", false);
    }
  }

  private void later(RoutingContext context, Answer answer) {
    Duration delay = answer.sent() ? quota.settings().delay() : Duration.ZERO;
    if (delay.isZero()) {
      give(context, answer);
    } else {
      context.vertx().setTimer(delay.toMillis(), timer -> give(context, answer));
    }
  }

  private static void give(RoutingContext context, Answer answer) {
    if (!answer.errorType().isEmpty()) {
      context.response().putHeader("x-amzn-ErrorType", answer.errorType());
    }
    answer(context, answer.status(), answer.type(), answer.text());
  }

  static void v2Answer(RoutingContext context, int status, String json) {
    answer(context, status, "application/json", json);
  }

  static void v2Error(RoutingContext context, SesException e) {
    context.response().putHeader("x-amzn-ErrorType", e.error().v2Code());
    v2Answer(context, e.error().v2Status(), V2Api.error(e));
  }

  private static void ok(RoutingContext context, String json) {
    answer(context, 200, "application/json", json);
  }

  @Override
  public void close() {
    senders.close().toCompletionStage().toCompletableFuture().join();
  }

  private static void answer(RoutingContext context, int status, String type, String text) {
    var response = context.response();
    if (!response.ended() && !response.closed()) {
      response
          .setStatusCode(status)
          .putHeader(HttpHeaders.CONTENT_TYPE, type)
          .putHeader("x-amzn-RequestId", UUID.randomUUID().toString())
          .end(text);
    }
  }
}
