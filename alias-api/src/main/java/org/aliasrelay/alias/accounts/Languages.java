package org.aliasrelay.alias.accounts;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the language tags that accounts providers give (BCP 47). */
final class Languages {
  private static final String UNKNOWN = "en";

  private Languages() {}

  /** The tag in its usual form, or English where it is none. */
  static String tag(@Nullable String text) {
    if (text == null) {
      return UNKNOWN;
    }
    try {
      String tag =
          new Locale.Builder().setLanguageTag(text.replace('_', '-')).build().toLanguageTag();
      return tag.equals("und") ? UNKNOWN : tag;
    } catch (IllformedLocaleException e) {
      return UNKNOWN;
    }
  }
}
