package org.aliasrelay.ingest.publish;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Ids of events for telemetry: the same for what is told twice, and a link to nothing. */
public final class EventIds {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;

  private EventIds() {}

  /**
   * The id of something that happened to something.
   *
   * @param unguessable a name that telemetry never sees, such as a mail's id
   */
  public static String of(String unguessable, String what) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(unguessable.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] hash = mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
