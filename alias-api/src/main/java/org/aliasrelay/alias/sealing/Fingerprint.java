package org.aliasrelay.alias.sealing;

import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A keyed hash: finds a value again without holding it. Compared in constant time. */
public final class Fingerprint {
  private final byte[] bytes;

  private Fingerprint(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A fingerprint read back from where it was stored. */
  public static Fingerprint of(byte[] bytes) {
    return new Fingerprint(bytes.clone());
  }

  /** The 32 bytes to store. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fingerprint that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "[fingerprint]";
  }
}
