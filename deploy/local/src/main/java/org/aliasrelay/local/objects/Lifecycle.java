package org.aliasrelay.local.objects;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what a lifecycle rule does for a bucket of S3: what nobody has deleted in three days goes,
 * as a mail that was put there a moment before a kill and of which nobody was told. Looks at the
 * start and every hour.
 */
public final class Lifecycle implements AutoCloseable {
  static final Duration KEPT = Duration.ofDays(3);

  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
  private static final Duration PAUSE = Duration.ofHours(1);

  private final Vertx vertx;
  private final S3Endpoint objects;
  private final String bucket;
  private final Clock clock;
  private final long timer;

  private Lifecycle(Vertx vertx, S3Endpoint objects, String bucket, Clock clock) {
    this.vertx = vertx;
    this.objects = objects;
    this.bucket = bucket;
    this.clock = clock;
    this.timer = vertx.setPeriodic(0, PAUSE.toMillis(), _ -> lookBeside());
  }

  /** Begins, and goes on until it is closed. */
  public static Lifecycle start(Vertx vertx, S3Endpoint objects, String bucket, Clock clock) {
    return new Lifecycle(vertx, objects, bucket, clock);
  }

  private void lookBeside() {
    var _ =
        vertx.executeBlocking(
            () -> {
              look();
              return null;
            });
  }

  private void look() {
    try {
      int expired = objects.expire(bucket, clock.instant().minus(KEPT));
      if (expired > 0) {
        LOG.warn("{} objects were deleted that nobody had asked for in three days", expired);
      }
    } catch (IOException e) {
      LOG.warn("objects are not looked through: {}", e.getClass().getName());
    }
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }
}
