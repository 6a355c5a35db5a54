package org.aliasrelay.local.ses;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.aliasrelay.local.ses.SuppressionList.Entry;
import org.jspecify.annotations.Nullable;

/** The account's suppression list, as SES v2 shows it. */
final class SuppressionApi {
  private static final String PATH = "/v2/email/suppression/addresses";
  private static final int PAGE = 1_000;

  private final SuppressionList suppressed;
  private final Clock clock;

  SuppressionApi(SuppressionList suppressed, Clock clock) {
    this.suppressed = suppressed;
    this.clock = clock;
  }

  void mount(Router router) {
    router.get(PATH + "/:address").handler(this::find);
    router.delete(PATH + "/:address").handler(this::forget);
    router.get(PATH).handler(this::list);
    router.put(PATH).handler(BodyHandler.create(false)).handler(this::suppress);
  }

  private void find(RoutingContext context) {
    suppressed
        .find(address(context))
        .ifPresentOrElse(
            entry ->
                SesPort.v2Answer(
                    context,
                    200,
                    new JsonObject().put("SuppressedDestination", json(entry)).encode()),
            () -> notSuppressed(context));
  }

  private void forget(RoutingContext context) {
    if (suppressed.remove(address(context))) {
      SesPort.v2Answer(context, 200, "{}");
    } else {
      notSuppressed(context);
    }
  }

  private static String address(RoutingContext context) {
    return Objects.requireNonNull(context.pathParam("address"));
  }

  private static void notSuppressed(RoutingContext context) {
    SesPort.v2Error(
        context,
        new SesException(
            SesError.NOT_FOUND, "Email address does not exist on your suppression list."));
  }

  private void suppress(RoutingContext context) {
    try {
      JsonObject body =
          Objects.requireNonNullElseGet(context.body().asJsonObject(), JsonObject::new);
      String address = body.getString("EmailAddress", "");
      if (address.isBlank()) {
        badRequest(context, "EmailAddress is missing.");
        return;
      }
      var reason = SuppressionReason.valueOf(body.getString("Reason", "missing"));
      suppressed.add(address, reason, clock.instant());
      SesPort.v2Answer(context, 200, "{}");
    } catch (DecodeException | ClassCastException | IllegalArgumentException e) {
      badRequest(context, "EmailAddress or Reason is wrong.");
    }
  }

  /** A page begins after the address that its token is. */
  private void list(RoutingContext context) {
    HttpServerRequest request = context.request();
    try {
      int size = Math.clamp(Integer.parseInt(request.getParam("PageSize", "" + PAGE)), 1, PAGE);
      List<Entry> found =
          suppressed.after(request.getParam("NextToken", "")).stream()
              .filter(wanted(request)::has)
              .limit(size + 1L)
              .toList();
      var answer =
          new JsonObject()
              .put(
                  "SuppressedDestinationSummaries",
                  new JsonArray(found.stream().limit(size).map(SuppressionApi::json).toList()));
      if (found.size() > size) {
        answer.put("NextToken", found.get(size - 1).address());
      }
      SesPort.v2Answer(context, 200, answer.encode());
    } catch (IllegalArgumentException | DateTimeException e) {
      badRequest(context, "Reason, StartDate, EndDate or PageSize is wrong.");
    }
  }

  private record Wanted(List<SuppressionReason> reasons, Instant from, Instant until) {
    boolean has(Entry entry) {
      return reasons.contains(entry.reason())
          && !entry.since().isBefore(from)
          && !entry.since().isAfter(until);
    }
  }

  private static Wanted wanted(HttpServerRequest request) {
    List<String> names = request.params().getAll("Reason");
    Stream<SuppressionReason> reasons =
        names.isEmpty()
            ? Stream.of(SuppressionReason.values())
            : names.stream().map(SuppressionReason::valueOf);
    return new Wanted(
        reasons.toList(),
        date(request.getParam("StartDate"), Instant.MIN),
        date(request.getParam("EndDate"), Instant.MAX));
  }

  private static Instant date(@Nullable String text, Instant fallback) {
    return text == null ? fallback : Instant.parse(text);
  }

  private static void badRequest(RoutingContext context, String why) {
    SesPort.v2Error(context, new SesException(SesError.BAD_REQUEST, why));
  }

  private static JsonObject json(Entry entry) {
    return new JsonObject()
        .put("EmailAddress", entry.address())
        .put("Reason", entry.reason().name())
        .put("LastUpdateTime", entry.since().getEpochSecond());
  }
}
