package org.aliasrelay.local.mailbox;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One gzip file per message: a line of JSON, which is its {@link StoredMail}, then the bytes as
 * delivered. A start so needs to read only the beginning of each.
 */
final class MailFiles {
  private static final Logger LOG = LoggerFactory.getLogger(MailFiles.class);

  private static final String SUFFIX = ".mail.gz";
  private static final String UNFINISHED = ".new";

  private final Path folder;

  MailFiles(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** All that were finished; what a crash left half-written is removed. */
  List<StoredMail> readAll() throws IOException {
    var found = new ArrayList<StoredMail>();
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.endsWith(UNFINISHED)) {
          Files.deleteIfExists(file);
        } else if (name.endsWith(SUFFIX)) {
          readOne(file, found);
        }
      }
    }
    return found;
  }

  private static void readOne(Path file, List<StoredMail> found) {
    try (var in = open(file)) {
      found.add(readHead(in));
    } catch (IOException | DecodeException | DateTimeException | NullPointerException e) {
      LOG.warn("a file of the mailbox is unreadable: {}", file.getFileName());
    }
  }

  void write(StoredMail mail, byte[] content) throws IOException {
    Path fresh = folder.resolve(mail.id() + UNFINISHED);
    try (var channel =
        FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var out = new GZIPOutputStream(Channels.newOutputStream(channel), 8192);
      out.write(mail.json().encode().getBytes(StandardCharsets.UTF_8));
      out.write('\n');
      out.write(content);
      out.finish();
      channel.force(true);
    }
    Files.move(fresh, file(mail.id()), StandardCopyOption.ATOMIC_MOVE);
    syncFolder();
  }

  /**
   * @throws NoSuchFileException if it has been deleted
   */
  byte[] read(String id) throws IOException {
    try (var in = open(file(id))) {
      readHead(in);
      return in.readAllBytes();
    }
  }

  void delete(String id) throws IOException {
    Files.deleteIfExists(file(id));
  }

  private Path file(String id) {
    return folder.resolve(id + SUFFIX);
  }

  private void syncFolder() throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 8192));
  }

  private static StoredMail readHead(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\n' && octet != -1; octet = in.read()) {
      line.write(octet);
    }
    return StoredMail.of(new JsonObject(line.toString(StandardCharsets.UTF_8)));
  }
}
