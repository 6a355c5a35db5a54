package org.aliasrelay.forward.wish;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * The line that names the alias. Its wording is ASCII in every language, so that every charset
 * holds it.
 *
 * @param language of the wording, which need not be the one that was asked for
 */
record Banner(String line, String language) {
  private static final String FALLBACK = "en";
  private static final Properties WORDING = wording();

  /**
   * @param tag BCP 47; for a language without a wording it is the English one
   */
  static Banner of(EmailAddress alias, String tag) {
    String asked = Locale.forLanguageTag(tag).getLanguage();
    String language = WORDING.containsKey(asked) ? asked : FALLBACK;
    return new Banner(WORDING.getProperty(language).replace("{0}", alias.value()), language);
  }

  private static Properties wording() {
    Properties wording = new Properties();
    try (InputStream file =
        Objects.requireNonNull(Banner.class.getResourceAsStream("banner.properties"))) {
      wording.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return wording;
  }

  /**
   * A paragraph of its own before a plain text.
   *
   * @param flowed whether RFC 3676 holds, where a space at the start of a line is not part of it
   */
  String beforePlain(String text, boolean flowed) {
    String end = LineEnd.in(text);
    boolean stuffed =
        flowed && (line.startsWith(" ") || line.startsWith(">") || line.startsWith("From "));
    return (stuffed ? " " : "") + line.stripTrailing() + end + end;
  }

  /** On lines of its own in HTML: the line that it is put into may be as long as lines can be. */
  String beforeHtml(String text) {
    String end = LineEnd.in(text);
    return "%s<p lang=\"%s\" style=\"margin:0 0 1em;font-size:small\">%s</p>%s"
        .formatted(end, language, escaped(line), end);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
