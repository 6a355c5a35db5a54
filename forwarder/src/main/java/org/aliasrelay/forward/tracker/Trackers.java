package org.aliasrelay.forward.tracker;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The list in use: the operator's, or the built-in one. */
@Singleton
public class Trackers {
  private static final Logger LOG = Logger.getLogger(Trackers.class);
  private static final String BUILT_IN = "trackers.txt";

  /** A hundred times the largest lists of trackers there are. */
  private static final long LARGEST_FILE = 16 << 20;

  private final Optional<Path> file;
  private volatile TrackerList list = builtIn();
  private Optional<Stamp> seen = Optional.empty();

  /** Reads the list that the settings name. */
  public Trackers(TrackersConfig config) {
    this.file = config.list();
    file.ifPresent(this::read);
  }

  /** By which one sees that a file has changed. */
  private record Stamp(FileTime modified, long size) {}

  /** As it is now. */
  public TrackerList list() {
    return list;
  }

  /** Reads the operator's list if it has changed since. */
  @Scheduled(every = "1m", identity = "tracker-list")
  @RunOnVirtualThread
  synchronized void look() {
    file.ifPresent(this::read);
  }

  private void read(Path path) {
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      Optional<Stamp> now =
          Optional.of(new Stamp(attributes.lastModifiedTime(), attributes.size()));
      if (now.equals(seen)) {
        return;
      }
      seen = now;
      list = TrackerList.parse(content(path, attributes.size()));
      LOG.info("the list of trackers was read");
    } catch (IOException e) {
      // The exception names a path of the operator's, and nothing else: its class is enough.
      LOG.errorf("the list of trackers stays as it was: %s", e.getClass().getSimpleName());
    } catch (IllegalArgumentException e) {
      LOG.errorf("the list of trackers stays as it was: %s", e.getMessage());
    }
  }

  private static String content(Path path, long size) throws IOException {
    if (size > LARGEST_FILE) {
      throw new IllegalArgumentException("it is larger than 16 MiB");
    }
    return Files.readString(path);
  }

  private static TrackerList builtIn() {
    try (InputStream resource =
        Objects.requireNonNull(Trackers.class.getResourceAsStream(BUILT_IN), BUILT_IN)) {
      return TrackerList.parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(BUILT_IN, e);
    }
  }
}
