package org.aliasrelay.forward.rewrite;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;

/** Charsets by the names that mails give them. */
public final class Charsets {
  /**
   * What programs mean by these names, and what all mail programs read in their place (as the
   * Encoding Standard of the WHATWG has it): the same with more characters.
   */
  private static final Map<String, String> LARGER =
      Map.ofEntries(
          Map.entry("US-ASCII", "windows-1252"),
          Map.entry("ISO-8859-1", "windows-1252"),
          Map.entry("ISO-8859-9", "windows-1254"),
          Map.entry("TIS-620", "x-windows-874"),
          Map.entry("x-iso-8859-11", "x-windows-874"),
          Map.entry("GB2312", "GB18030"),
          Map.entry("GBK", "GB18030"),
          Map.entry("Big5", "Big5-HKSCS"),
          Map.entry("EUC-KR", "x-windows-949"),
          Map.entry("Shift_JIS", "windows-31j"),
          Map.entry("ISO-2022-JP", "x-windows-iso2022jp"));

  private Charsets() {}

  /** The one with more characters that is meant by this one, if there is one. */
  static Charset asMeant(Charset charset) {
    return named(LARGER.getOrDefault(charset.name(), "")).orElse(charset);
  }

  /** Nothing where there is no name, or nobody here knows it. */
  public static Optional<Charset> named(String name) {
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /** Whether ASCII is something else in it. */
  static boolean isWide(Charset charset) {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }
}
