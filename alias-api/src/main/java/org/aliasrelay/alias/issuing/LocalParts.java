package org.aliasrelay.alias.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Makes random local parts. */
@ApplicationScoped
public class LocalParts {
  /** Without vowels no word is spelled by chance; without 0 o 1 i l none is misread. */
  private static final String ALIAS_LETTERS = "bcdfghjkmnpqrstvwxyz";

  private static final String ALIAS_ALPHABET = ALIAS_LETTERS + "23456789";
  private static final int ALIAS_LENGTH = 12;

  /** Base32, RFC 4648, section 6, in lower case. */
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  private static final int REVERSE_LENGTH = 32;

  private final SecureRandom random = new SecureRandom();

  /**
   * For an alias: a letter (some sites refuse a digit first) and eleven letters or digits, 57.2
   * bits of entropy. With a hundred million aliases, one guess in 1.7 × 10⁹ hits one.
   */
  public String forAlias() {
    StringBuilder text = new StringBuilder(ALIAS_LENGTH);
    text.append(ALIAS_LETTERS.charAt(random.nextInt(ALIAS_LETTERS.length())));
    return fill(text, ALIAS_ALPHABET, ALIAS_LENGTH);
  }

  /** For a reverse alias: 160 bits, because knowing it must prove having had mail through it. */
  public String forReverseAlias() {
    return fill(new StringBuilder(REVERSE_LENGTH), BASE32, REVERSE_LENGTH);
  }

  private String fill(StringBuilder text, String alphabet, int length) {
    while (text.length() < length) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
