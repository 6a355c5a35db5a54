package org.aliasrelay.local.ses;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How SES is to behave, for tests.
 *
 * @param maxSendRate recipients a second
 * @param max24Hour recipients a day
 * @param failNext how many sends fail next with {@code error}
 * @param delay between taking a message and saying so
 * @param bounces what becomes of mail for an address, by its name in {@link SimulatedOutcome}
 */
record SendingSettings(
    OptionalLong maxSendRate,
    OptionalLong max24Hour,
    boolean paused,
    int failNext,
    SesError error,
    Duration delay,
    Map<String, String> bounces) {

  static final SendingSettings UNLIMITED =
      new SendingSettings(
          OptionalLong.empty(),
          OptionalLong.empty(),
          false,
          0,
          SesError.TOO_MANY_REQUESTS,
          Duration.ZERO,
          Map.of());

  SendingSettings {
    bounces = Map.copyOf(bounces);
  }

  /**
   * What is not named is as at the start.
   *
   * @throws IllegalArgumentException for an unknown error
   * @throws ClassCastException for a value of another kind
   */
  static SendingSettings of(JsonObject json) {
    String error = json.getString("error", SesError.TOO_MANY_REQUESTS.v2Code());
    return new SendingSettings(
        limit(json, "maxSendRate"),
        limit(json, "max24Hour"),
        json.getBoolean("paused", false),
        json.getInteger("failNext", 0),
        SesError.named(error)
            .orElseThrow(() -> new IllegalArgumentException("SES has no error " + error)),
        Duration.ofMillis(json.getLong("delayMillis", 0L)),
        bounces(json.getJsonObject("bounces", new JsonObject())));
  }

  private static Map<String, String> bounces(JsonObject json) {
    var bounces = new HashMap<String, String>();
    for (String address : json.fieldNames()) {
      String name = json.getString(address);
      var _ = SimulatedOutcome.named(name);
      bounces.put(address.toLowerCase(Locale.ROOT), name);
    }
    return bounces;
  }

  /** What becomes of mail for that recipient, if it is not what the address itself says. */
  SimulatedOutcome outcome(Address recipient) {
    String name = bounces.get(recipient.value().toLowerCase(Locale.ROOT));
    return name == null ? SimulatedOutcome.of(recipient) : SimulatedOutcome.named(name);
  }

  private static OptionalLong limit(JsonObject json, String name) {
    Long value = json.getLong(name);
    return value == null || value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
  }

  JsonObject json() {
    return new JsonObject()
        .put("maxSendRate", maxSendRate.orElse(-1))
        .put("max24Hour", max24Hour.orElse(-1))
        .put("paused", paused)
        .put("failNext", failNext)
        .put("error", error.v2Code())
        .put("delayMillis", delay.toMillis())
        .put("bounces", new JsonObject(new TreeMap<String, Object>(bounces)));
  }

  SendingSettings afterFailure() {
    return new SendingSettings(maxSendRate, max24Hour, paused, failNext - 1, error, delay, bounces);
  }
}
