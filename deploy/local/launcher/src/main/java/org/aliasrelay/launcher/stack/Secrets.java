package org.aliasrelay.launcher.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/** The passwords of one stack, made at its first start and kept in a file only its owner reads. */
public final class Secrets {
  private static final String CREDENTIAL = "internal.credential";
  private static final String DATABASE_PASSWORD = "database.password";
  private static final String LEDGER_KEY = "ledger.key";
  private static final String API_KEY = "demo.api-key";
  private static final int KEY_BYTES = 32;

  private final Path path;
  private final Properties values;

  private Secrets(Path path, Properties values) {
    this.path = path;
    this.values = values;
  }

  /** Reads the secrets of a stack, and makes those that are missing. */
  public static Secrets open(Path path, SecureRandom random) throws IOException {
    Properties values = new Properties();
    if (Files.exists(path)) {
      try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
        values.load(reader);
      }
    }
    Base64.Encoder urlSafe = Base64.getUrlEncoder().withoutPadding();
    values.putIfAbsent(CREDENTIAL, urlSafe.encodeToString(bytes(random)));
    values.putIfAbsent(DATABASE_PASSWORD, urlSafe.encodeToString(bytes(random)));
    values.putIfAbsent(LEDGER_KEY, Base64.getEncoder().encodeToString(bytes(random)));
    Secrets secrets = new Secrets(path, values);
    secrets.save();
    return secrets;
  }

  private static byte[] bytes(SecureRandom random) {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  /** What services show each other at {@code /internal}. */
  public String internalCredential() {
    return values.getProperty(CREDENTIAL);
  }

  /** The password of the services' database roles. */
  public String databasePassword() {
    return values.getProperty(DATABASE_PASSWORD);
  }

  /** 32 bytes in base64: the key of the delivery ledger's hashes. */
  public String ledgerKey() {
    return values.getProperty(LEDGER_KEY);
  }

  /** The demo account's API key, which is shown only once by alias-api. */
  public Optional<String> demoApiKey() {
    return Optional.ofNullable(values.getProperty(API_KEY));
  }

  /** Keeps the demo account's API key for the next start. */
  public void keepDemoApiKey(String key) throws IOException {
    values.setProperty(API_KEY, key);
    save();
  }

  private void save() throws IOException {
    StringWriter text = new StringWriter();
    values.store(text, "Secrets of this local stack. ./relay reset forgets them.");
    PrivateFile.write(path, text.toString());
  }
}
