package org.aliasrelay.forward.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PlacesTest {
  private final Places places = new Places(2);

  @Test
  void lastOneWaitsForTheFirstToLeave() throws Exception {
    Place first = places.take().orElseThrow();
    Place _ = places.take().orElseThrow();
    CompletableFuture<Optional<Place>> third = takeAside();
    first.close();
    assertThat(third.join()).isPresent();
  }

  @Test
  void isLeftOnlyOnce() throws Exception {
    Place first = places.take().orElseThrow();
    Place second = places.take().orElseThrow();
    first.close();
    first.close();
    Place _ = places.take().orElseThrow();
    CompletableFuture<Optional<Place>> fourth = takeAside();
    assertThat(fourth).isNotDone();
    second.close();
    assertThat(fourth.join()).isPresent();
  }

  @Test
  void whoeverWaitsGetsNothingOnceTheyAreClosed() throws Exception {
    Place first = places.take().orElseThrow();
    Place _ = places.take().orElseThrow();
    CompletableFuture<Optional<Place>> third = takeAside();
    CompletableFuture<Optional<Place>> fourth = takeAside();
    places.close();
    first.close();
    assertThat(third.join()).isEmpty();
    assertThat(fourth.join()).isEmpty();
  }

  /** In a thread of its own, which waits by now. */
  private CompletableFuture<Optional<Place>> takeAside() {
    CompletableFuture<Optional<Place>> taken = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    taken.complete(places.take());
                  } catch (InterruptedException e) {
                    taken.completeExceptionally(e);
                  }
                });
    Awaitility.await().until(() -> taken.isDone() || thread.getState() == Thread.State.WAITING);
    return taken;
  }
}
