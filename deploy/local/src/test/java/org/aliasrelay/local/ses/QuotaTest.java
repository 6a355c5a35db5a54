package org.aliasrelay.local.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotaTest {
  private final SettableClock clock = new SettableClock();
  private final Quota quota = new Quota(clock);

  @Test
  void holdsBackWhatIsOverTheRateUntilTheSecondIsOver() throws Exception {
    set("{\"maxSendRate\":2}");
    quota.take(1);
    quota.take(1);

    assertThatThrownBy(() -> quota.take(1)).hasMessage("Maximum sending rate exceeded.");
    clock.pass(Duration.ofSeconds(1));
    quota.take(1);
  }

  @Test
  void holdsBackWhatIsOverTheDayUntilItIsOver() throws Exception {
    set("{\"max24Hour\":2}");
    quota.take(2);

    assertThatThrownBy(() -> quota.take(1)).hasMessage("Daily message quota exceeded.");
    clock.pass(Duration.ofHours(24));
    quota.take(2);
    assertThat(quota.sentLast24Hours()).isEqualTo(2);
  }

  @Test
  void failsAsOftenAsAskedAndAsAsked() throws Exception {
    set("{\"failNext\":2,\"error\":\"AccountSuspendedException\"}");

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(quota::failIfAsked)
          .isInstanceOfSatisfying(
              SesException.class, e -> assertThat(e.error()).isEqualTo(SesError.ACCOUNT_SUSPENDED));
    }
    quota.failIfAsked();
  }

  @Test
  void failsWhilePaused() throws Exception {
    set("{\"paused\":true}");

    assertThatThrownBy(quota::failIfAsked).hasMessageContaining("paused");
    set("{}");
    quota.failIfAsked();
  }

  @Test
  void knowsNoBounceThatThereIsNot() {
    assertThatThrownBy(() -> set("{\"bounces\":{\"x@b.test\":\"odd\"}}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsNoErrorThatSesDoesNotHave() {
    assertThatThrownBy(() -> set("{\"error\":\"NoSuchThing\"}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void set(String json) {
    quota.set(SendingSettings.of(new JsonObject(json)));
  }
}
