package org.aliasrelay.local.objects;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A bucket and a key in it, from a path-style request; the key is empty for the bucket itself.
 *
 * @param bucket checked: it becomes a folder's name
 * @param key as the client knows it; {@link #fileName()} is safe for a file system
 */
record ObjectName(String bucket, String key) {

  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  /** In UTF-8, as S3 has it. */
  private static final int LONGEST_KEY = 1_024;

  /** File systems take 255 bytes. */
  private static final int LONGEST_FILE_NAME = 250;

  /** Marks the file name of a key that does not fit; no other begins so, as it would be encoded. */
  private static final String DIGEST = "~";

  ObjectName {
    if (!BUCKET.matcher(bucket).matches()) {
      throw new S3Exception(S3Error.INVALID_BUCKET_NAME);
    }
  }

  /** Splits a raw request path such as {@code /bucket/in%2Fkey}. */
  static ObjectName ofPath(String path) {
    int slash = path.indexOf('/', 1);
    String bucket = slash < 0 ? path.substring(1) : path.substring(1, slash);
    String key = slash < 0 ? "" : path.substring(slash + 1);
    try {
      // In a path, unlike in a form, a plus is a plus.
      return new ObjectName(bucket, URLDecoder.decode(key.replace("+", "%2B"), UTF_8));
    } catch (IllegalArgumentException notPercentEncoded) {
      throw new S3Exception(S3Error.INVALID_ARGUMENT);
    }
  }

  /** Nothing where the key does not fit into the file's name: it is in the file alone. */
  static Optional<ObjectName> ofFile(String bucket, String fileName) {
    return fileName.startsWith(DIGEST)
        ? Optional.empty()
        : Optional.of(new ObjectName(bucket, URLDecoder.decode(fileName, UTF_8)));
  }

  boolean isBucket() {
    return key.isEmpty();
  }

  /** One path segment without dots: no key can lead out of the bucket's folder. */
  String fileName() {
    byte[] bytes = key.getBytes(UTF_8);
    if (bytes.length > LONGEST_KEY) {
      throw new S3Exception(S3Error.KEY_TOO_LONG);
    }
    String name = URLEncoder.encode(key, UTF_8).replace(".", "%2E").replace("*", "%2A");
    return name.length() <= LONGEST_FILE_NAME ? name : DIGEST + hex(bytes);
  }

  private static String hex(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
