package org.aliasrelay.alias.notices;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The texts of notices in one language. */
final class Texts {
  private static final String FALLBACK = "en";

  /** Each is a file beside this class. */
  static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

  private static final Map<String, Texts> BY_LANGUAGE = load();

  private final Locale locale;
  private final Properties texts;

  private Texts(Locale locale, Properties texts) {
    this.locale = locale;
    this.texts = texts;
  }

  /** The texts for somebody who reads this language, a BCP 47 tag. */
  static Texts in(String tag) {
    String language = Locale.forLanguageTag(tag).getLanguage();
    return Objects.requireNonNull(
        BY_LANGUAGE.getOrDefault(language, BY_LANGUAGE.get(FALLBACK)), FALLBACK);
  }

  Locale locale() {
    return locale;
  }

  /** One text, as it is. */
  String get(String key) {
    return Objects.requireNonNull(texts.getProperty(key), key);
  }

  /** One text with {@code {0}}, {@code {1}} and so on filled in. */
  String get(String key, String... values) {
    String text = get(key);
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", values[i]);
    }
    return text;
  }

  private static Map<String, Texts> load() {
    Map<String, Texts> all = new LinkedHashMap<>();
    for (String language : LANGUAGES) {
      all.put(language, new Texts(Locale.forLanguageTag(language), read(language)));
    }
    return Map.copyOf(all);
  }

  private static Properties read(String language) {
    Properties texts = new Properties();
    try (InputStream file =
        Texts.class.getResourceAsStream("notices_" + language + ".properties")) {
      texts.load(
          new InputStreamReader(Objects.requireNonNull(file, language), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
