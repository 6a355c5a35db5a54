package org.aliasrelay.local.objects;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.regex.Pattern;

/**
 * A bucket and a key in it, from a path-style request; the key is empty for the bucket itself.
 *
 * @param bucket checked: it becomes a folder's name
 * @param key as the client knows it; {@link #fileName()} is safe for a file system
 */
record ObjectName(String bucket, String key) {

  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  /** File systems take 255 bytes; S3 takes 1,024, which nothing in the relay comes near. */
  private static final int LONGEST_FILE_NAME = 250;

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

  static ObjectName ofFile(String bucket, String fileName) {
    return new ObjectName(bucket, URLDecoder.decode(fileName, UTF_8));
  }

  boolean isBucket() {
    return key.isEmpty();
  }

  /** One path segment without dots: no key can lead out of the bucket's folder. */
  String fileName() {
    String name = URLEncoder.encode(key, UTF_8).replace(".", "%2E").replace("*", "%2A");
    if (name.length() > LONGEST_FILE_NAME) {
      throw new S3Exception(S3Error.KEY_TOO_LONG);
    }
    return name;
  }
}
