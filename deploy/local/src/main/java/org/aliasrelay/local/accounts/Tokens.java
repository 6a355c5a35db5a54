package org.aliasrelay.local.accounts;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the token endpoint answers, and what the user-info endpoint accepts. */
final class Tokens {

  /** Long enough for a day at a laptop: nothing here renews a token. */
  private static final Duration LIFETIME = Duration.ofHours(12);

  private final String issuer;
  private final TokenKey key;
  private final Clock clock;

  Tokens(String issuer, TokenKey key, Clock clock) {
    this.issuer = issuer;
    this.key = key;
    this.clock = clock;
  }

  JsonObject issue(Person person, String clientId, String scope, @Nullable String nonce) {
    Instant now = clock.instant();
    JsonObject access =
        claims(person, clientId, now)
            .put("client_id", clientId)
            .put("scope", scope)
            .put("jti", UUID.randomUUID().toString());
    JsonObject identity = claims(person, clientId, now).put("auth_time", now.getEpochSecond());
    if (nonce != null) {
      identity.put("nonce", nonce);
    }
    return new JsonObject()
        .put("access_token", key.sign(access))
        .put("id_token", key.sign(identity))
        .put("token_type", "Bearer")
        .put("expires_in", LIFETIME.toSeconds())
        .put("scope", scope);
  }

  /** The person an access token of ours was issued for. */
  Optional<Person> holder(String accessToken) {
    return key.verify(accessToken)
        .filter(claims -> claims.getLong("exp") > clock.instant().getEpochSecond())
        .flatMap(claims -> Person.named(claims.getString("email"), claims.getString("locale")));
  }

  private JsonObject claims(Person person, String clientId, Instant now) {
    return person
        .claims()
        .put("iss", issuer)
        .put("aud", clientId)
        .put("iat", now.getEpochSecond())
        .put("exp", now.plus(LIFETIME).getEpochSecond());
  }
}
