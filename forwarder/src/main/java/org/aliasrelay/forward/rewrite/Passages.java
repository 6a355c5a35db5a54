package org.aliasrelay.forward.rewrite;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Counts how often a message went through this relay, in a field that only the relay can write.
 * Rewriting drops Received fields, so the count of RFC 5321, section 6.3, begins anew with each
 * passage, and a mailbox that forwards to one of its own aliases would send mail round for ever.
 */
public final class Passages {
  private static final String FIELD = FieldRules.OURS + "Hop";
  private static final String ALGORITHM = "HmacSHA256";

  /** Enough that nobody guesses one, and short enough for one line. */
  private static final int SIGNATURE_BYTES = 16;

  private static final Pattern VALUE = Pattern.compile("(\\d{1,4}); ([0-9a-f]{32})");

  /** Hardly any message comes more often; the fields for these are made once. */
  private static final int USUAL = 8;

  private final SecretKeySpec key;
  private final List<byte[]> usual;

  /**
   * @param secret of every instance of this installation, and of nobody else
   */
  public Passages(byte[] secret) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
    this.usual = IntStream.rangeClosed(0, USUAL).mapToObj(this::field).toList();
  }

  /** How often it went through; a count that is not ours counts for nothing. */
  public int of(Head head) {
    List<HeaderField> claims = head.all(FieldName.HOP);
    return claims.isEmpty() ? 0 : highest(claims);
  }

  private int highest(List<HeaderField> claims) {
    return claims.stream()
        .map(field -> VALUE.matcher(field.value()))
        .filter(Matcher::matches)
        .filter(this::isOurs)
        .mapToInt(value -> Integer.parseInt(value.group(1)))
        .max()
        .orElse(0);
  }

  private boolean isOurs(Matcher value) {
    byte[] claimed = HexFormat.of().parseHex(value.group(2));
    return MessageDigest.isEqual(claimed, signature(value.group(1)));
  }

  /** Writes the count of a message that has come so far. */
  void write(FieldWriter out, int passages) {
    out.put(passages <= USUAL ? usual.get(passages) : field(passages));
  }

  private byte[] field(int passages) {
    String count = Integer.toString(passages);
    return FieldWriter.field(FIELD, count + "; " + HexFormat.of().formatHex(signature(count)));
  }

  private byte[] signature(String count) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] whole = mac.doFinal(("passages\n" + count).getBytes(StandardCharsets.US_ASCII));
      return Arrays.copyOf(whole, SIGNATURE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }
}
