package org.aliasrelay.local.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Bytes on their way into the store: nothing of them is seen before the end, or stays after a
 * failure.
 */
final class Upload {

  static final String CRC32_HEADER = "x-amz-checksum-crc32";

  private final Path partial;
  private final FileChannel file;
  private final MessageDigest md5 = md5();
  private final CRC32 crc32 = new CRC32();
  private long length;

  Upload(Path partial) throws IOException {
    this.partial = partial;
    file = FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  void write(byte[] bytes) {
    md5.update(bytes);
    crc32.update(bytes);
    length += bytes.length;
    write(ByteBuffer.wrap(bytes));
  }

  /**
   * Makes the object visible under its name, in place of an earlier one.
   *
   * @param target the file of that name
   * @param expected what the client says of the bytes
   */
  ObjectFacts complete(ObjectName name, Path target, Map<String, String> headers, Digests expected)
      throws IOException {
    byte[] actualMd5 = md5.digest();
    String actualCrc32 =
        Base64.getEncoder()
            .encodeToString(ByteBuffer.allocate(4).putInt((int) crc32.getValue()).array());
    expected.check(actualMd5, actualCrc32);
    var kept = new TreeMap<>(headers);
    kept.put(CRC32_HEADER, actualCrc32);
    var facts = new ObjectFacts(name.key(), length, HexFormat.of().formatHex(actualMd5), kept);
    write(facts.tail());
    file.close();
    Files.move(
        partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return facts;
  }

  long length() {
    return length;
  }

  /** Harmless after {@link #complete}. */
  void discard() {
    try {
      file.close();
      Files.deleteIfExists(partial);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void write(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
