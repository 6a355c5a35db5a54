package org.aliasrelay.local.queues;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * The H2 file that messages are kept in. H2 overwrites nothing: a deleted message, with the subject
 * and the addresses that SES puts into a notification, would stay readable in the file for a while.
 * So the file is encrypted, and rewritten without what is deleted at each stop.
 *
 * @param file without H2's extension
 * @param key hex; it lies beside the file, so it hides deleted mail from a search, not from a thief
 */
record MessageStorage(Path file, String key) {

  static final String USER = "elasticmq";

  private static final int KEY_BYTES = 16;

  static MessageStorage in(Path home) {
    Path keyFile = home.resolve("key");
    try {
      Files.createDirectories(home);
      if (!Files.exists(keyFile)) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Files.writeString(keyFile, HexFormat.of().formatHex(key));
      }
      return new MessageStorage(home.resolve("messages"), Files.readString(keyFile));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Written through at once, so that kill -9 loses nothing; freed space is used again at once. */
  String url() {
    return "jdbc:h2:file:%s;CIPHER=AES;WRITE_DELAY=0;RETENTION_TIME=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=4096"
        .formatted(file);
  }

  /** In H2's order: that of the file, a space, that of the user. */
  String passwords() {
    return key + " " + key;
  }

  /** Closes the file, whoever still has it open. */
  void compact() {
    try (var connection = DriverManager.getConnection(url(), USER, passwords());
        var statement = connection.createStatement()) {
      statement.execute("shutdown compact");
    } catch (SQLException failure) {
      throw new IllegalStateException("the queues' file cannot be compacted", failure);
    }
  }

  @Override
  public String toString() {
    return "MessageStorage[" + file + "]";
  }
}
