package org.aliasrelay.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where one stack keeps everything it writes.
 *
 * @param folder by default {@code .relay} beside the launcher script
 */
public record Home(Path folder) {

  /** Makes the folders. */
  public void create() throws IOException {
    for (Path each : List.of(folder, logs(), run())) {
      Files.createDirectories(each);
    }
  }

  /** One log for each process. */
  public Path logs() {
    return folder.resolve("logs");
  }

  /** The log of a part. */
  public Path log(Part part) {
    return logs().resolve(part.folder() + ".log");
  }

  /** One record for each process. */
  public Path run() {
    return folder.resolve("run");
  }

  /** What the local cloud remembers: database, queues, mail. */
  public Path cloud() {
    return folder.resolve("cloud");
  }

  /** Sealing keys of alias-api. */
  public Path keyset() {
    return folder.resolve("keyset.json");
  }

  /** Passwords of this stack, made at its first start. */
  public Path secrets() {
    return folder.resolve("secrets.properties");
  }

  /** What the person may write to move ports. */
  public Path settings() {
    return folder.resolve("settings.properties");
  }

  /** Where everything is, for scripts. */
  public Path stackFile() {
    return folder.resolve("stack.json");
  }

  /** Held while somebody starts or stops this stack. */
  public Path lock() {
    return folder.resolve("lock");
  }

  /** Forgets mail, accounts, aliases, keys and logs; what was built and the settings stay. */
  public void forget() throws IOException {
    for (Path each : List.of(cloud(), keyset(), secrets(), stackFile(), run(), logs())) {
      delete(each);
    }
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> walk = Files.walk(path)) {
      deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.deleteIfExists(each);
    }
  }
}
