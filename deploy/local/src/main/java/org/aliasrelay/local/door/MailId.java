package org.aliasrelay.local.door;

import java.security.SecureRandom;

/** The id SES gives a received mail, which is also the end of its object key. */
record MailId(String value) {
  private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuv";
  private static final int LENGTH = 40;

  static MailId random(SecureRandom random) {
    var id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new MailId(id.toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
