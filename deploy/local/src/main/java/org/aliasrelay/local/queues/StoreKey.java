package org.aliasrelay.local.queues;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what is kept of messages. The file that they are kept in overwrites nothing: a deleted
 * message, with the subject and the addresses that SES puts into a notification, would stay
 * readable there for a while. The key lies beside that file, so it hides deleted mail from a
 * search, not from a thief.
 */
final class StoreKey {

  private static final int KEY_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  private StoreKey(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /** The key in that folder, which gets one if it has none. */
  static StoreKey in(Path home) {
    Path file = home.resolve("key");
    try {
      if (!Files.exists(file)) {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        Files.writeString(file, HexFormat.of().formatHex(fresh));
      }
      return new StoreKey(HexFormat.of().parseHex(Files.readString(file)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * AES-GCM, behind its nonce.
   *
   * @param place where it is kept: it can be opened for that place only
   */
  byte[] seal(String place, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, place, nonce);
      byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
      cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
      return sealed;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Throws IllegalStateException if it was not sealed for that place with this key. */
  byte[] open(String place, byte[] sealed) {
    try {
      return cipher(Cipher.DECRYPT_MODE, place, sealed)
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("the queues' file does not fit its key", failure);
    }
  }

  private Cipher cipher(int mode, String place, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
