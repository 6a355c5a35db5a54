package org.aliasrelay.local.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TokensTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final TokenKey key = TokenKey.generate();

  @Test
  void expiredTokenHasNoHolder() {
    var person = Person.named("ada@mailbox.test", null).orElseThrow();
    String token = tokens(NOW).issue(person, "client", "openid", null).getString("access_token");

    assertThat(tokens(NOW.plus(Duration.ofHours(1))).holder(token)).contains(person);
    assertThat(tokens(NOW.plus(Duration.ofHours(13))).holder(token)).isEmpty();
  }

  private Tokens tokens(Instant now) {
    return new Tokens("http://issuer", key, Clock.fixed(now, ZoneOffset.UTC));
  }
}
