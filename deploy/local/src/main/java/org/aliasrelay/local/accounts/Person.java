package org.aliasrelay.local.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody who signed in by naming an address; the same address is always the same person. */
record Person(String email, String locale) {

  private static final String DEFAULT_LOCALE = "en-US";

  /** As long as the ids of Firefox Accounts. */
  private static final int SUBJECT_BYTES = 16;

  /** A person, unless the text cannot be an address. */
  static Optional<Person> named(@Nullable String email, @Nullable String locale) {
    if (email == null || !email.strip().matches("[^@\\s<>\"]+@[^@\\s<>\"]+")) {
      return Optional.empty();
    }
    boolean isTag = locale != null && locale.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    return Optional.of(
        new Person(email.strip(), isTag && locale != null ? locale : DEFAULT_LOCALE));
  }

  /** Derived, so that a restart, which forgets everything here, does not make a new person. */
  String subject() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(email.toLowerCase(Locale.ROOT).getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, SUBJECT_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  JsonObject claims() {
    return new JsonObject()
        .put("sub", subject())
        .put("email", email)
        .put("email_verified", true)
        .put("locale", locale);
  }

  @Override
  public String toString() {
    return "Person[" + subject() + "]";
  }
}
