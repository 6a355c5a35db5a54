package org.aliasrelay.local.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * Buckets as folders and objects as files. A deleted object leaves nothing on disk: no index, no
 * journal and no version knows of it.
 */
final class ObjectStore {

  /** An object as a file: its bytes come first, from position 0. */
  record StoredObject(ObjectName name, Path file, ObjectFacts facts, Instant modified) {}

  private final Path buckets;
  private final Path uploads;

  private ObjectStore(Path home) {
    buckets = home.resolve("buckets");
    uploads = home.resolve("uploads");
  }

  static ObjectStore open(Path home) throws IOException {
    var store = new ObjectStore(home);
    if (Files.exists(store.uploads)) {
      // Left by a kill in the middle of an upload, which the client knows has failed.
      PathUtils.deleteDirectory(store.uploads);
    }
    Files.createDirectories(store.uploads);
    Files.createDirectories(store.buckets);
    return store;
  }

  void createBucket(String bucket) throws IOException {
    Files.createDirectories(buckets.resolve(bucket));
  }

  List<String> buckets() throws IOException {
    try (Stream<Path> folders = Files.list(buckets)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  void requireBucket(String bucket) {
    if (!Files.isDirectory(buckets.resolve(bucket))) {
      throw new S3Exception(S3Error.NO_SUCH_BUCKET);
    }
  }

  Upload upload() throws IOException {
    return new Upload(uploads.resolve(UUID.randomUUID().toString()));
  }

  /** Where a finished upload becomes the object. */
  Path file(ObjectName name) {
    requireBucket(name.bucket());
    return buckets.resolve(name.bucket()).resolve(name.fileName());
  }

  StoredObject find(ObjectName name) throws IOException {
    Path file = file(name);
    try (var channel = FileChannel.open(file)) {
      return new StoredObject(
          name, file, ObjectFacts.readFrom(channel), Files.getLastModifiedTime(file).toInstant());
    } catch (NoSuchFileException missing) {
      throw new S3Exception(S3Error.NO_SUCH_KEY);
    }
  }

  void delete(ObjectName name) throws IOException {
    Files.deleteIfExists(file(name));
  }

  /** Deletes what was put into a bucket before then. Says how much that was. */
  int expire(String bucket, Instant before) throws IOException {
    int expired = 0;
    for (ObjectName name : names(bucket)) {
      Path file = file(name);
      if (isOlder(file, before) && Files.deleteIfExists(file)) {
        expired++;
      }
    }
    return expired;
  }

  private static boolean isOlder(Path file, Instant than) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(than);
    } catch (NoSuchFileException e) {
      // Somebody deleted it just now.
      return false;
    }
  }

  /** The names in a bucket, in the order of S3. */
  List<ObjectName> names(String bucket) throws IOException {
    requireBucket(bucket);
    try (Stream<Path> files = Files.list(buckets.resolve(bucket))) {
      return files
          .flatMap(file -> name(bucket, file).stream())
          .sorted(Comparator.comparing(ObjectName::key))
          .toList();
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private static Optional<ObjectName> name(String bucket, Path file) {
    return ObjectName.ofFile(bucket, file.getFileName().toString())
        .or(() -> nameInside(bucket, file));
  }

  /** Nothing if somebody deleted it just now. */
  private static Optional<ObjectName> nameInside(String bucket, Path file) {
    try (var channel = FileChannel.open(file)) {
      return Optional.of(new ObjectName(bucket, ObjectFacts.readFrom(channel).key()));
    } catch (NoSuchFileException deleted) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
