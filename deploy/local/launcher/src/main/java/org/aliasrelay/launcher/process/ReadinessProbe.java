package org.aliasrelay.launcher.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asks a part over HTTP, again and again, whether it is ready. */
public final class ReadinessProbe {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final HttpClient http;
  private final Duration patience;

  /** Waits for at most that long. */
  public ReadinessProbe(HttpClient http, Duration patience) {
    this.http = http;
    this.patience = patience;
  }

  /**
   * Waits until the part answers 200, or is dead, or the patience ends.
   *
   * @param obstacle what keeps every part from getting ready, if there is such a thing by now
   */
  public Readiness await(URI ready, BooleanSupplier alive, Supplier<Optional<String>> obstacle)
      throws InterruptedException {
    long start = System.nanoTime();
    while (true) {
      if (answers(ready)) {
        // Another program may answer on this port; it counts only if ours is there.
        return alive.getAsBoolean()
            ? new Readiness.Ready(Duration.ofNanos(System.nanoTime() - start))
            : new Readiness.Died();
      }
      // Before the question whether it lives: it may have died of that.
      Optional<String> why = obstacle.get();
      if (why.isPresent()) {
        return new Readiness.Hopeless(why.get());
      }
      if (!alive.getAsBoolean()) {
        return new Readiness.Died();
      }
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (waited.compareTo(patience) > 0) {
        return new Readiness.TooSlow(waited);
      }
      Thread.sleep(PAUSE);
    }
  }

  /** Whether it is ready now. */
  private boolean answers(URI ready) throws InterruptedException {
    return ask(ready).up();
  }

  /** What it says now. */
  public Health ask(URI ready) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(ANSWER).build();
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return Health.of(response.statusCode(), response.body());
    } catch (IOException e) {
      return Health.SILENT;
    }
  }
}
