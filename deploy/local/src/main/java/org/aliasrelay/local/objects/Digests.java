package org.aliasrelay.local.objects;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a client says that its bytes come to. Base64, or null where it does not say.
 *
 * @param md5 of {@code Content-MD5}
 */
record Digests(@Nullable String md5, @Nullable String crc32) {

  static final Digests NONE = new Digests(null, null);

  private static final int MD5_BYTES = 16;

  /**
   * A {@code Content-MD5} as it came.
   *
   * @throws S3Exception if it is none
   */
  static @Nullable String md5(@Nullable String header) {
    try {
      if (header == null || Base64.getDecoder().decode(header).length == MD5_BYTES) {
        return header;
      }
    } catch (IllegalArgumentException notBase64) {
      // As if it were too short.
    }
    throw new S3Exception(S3Error.INVALID_DIGEST);
  }

  /**
   * Compares them with what the bytes came to.
   *
   * @throws S3Exception if one is another
   */
  void check(byte[] actualMd5, String actualCrc32) {
    if ((md5 != null && !md5.equals(Base64.getEncoder().encodeToString(actualMd5)))
        || (crc32 != null && !crc32.equals(actualCrc32))) {
      throw new S3Exception(S3Error.BAD_DIGEST);
    }
  }
}
