package org.aliasrelay.local.ses;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Turns turns = new Turns();

  @Test
  void firstGoesAtOnce() {
    assertThat(turns.take().succeeded()).isTrue();
  }

  @Test
  void othersFollowInTheirOrder() {
    turns.take();
    Future<Void> second = turns.take();
    Future<Void> third = turns.take();
    assertThat(second.isComplete()).isFalse();

    turns.end();
    assertThat(second.succeeded()).isTrue();
    assertThat(third.isComplete()).isFalse();

    turns.end();
    assertThat(third.succeeded()).isTrue();
  }

  @Test
  void whoComesAfterAllHaveGoneGoesAtOnce() {
    turns.take();
    turns.end();
    assertThat(turns.take().succeeded()).isTrue();
  }
}
