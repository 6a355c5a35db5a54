package org.aliasrelay.forward.rewrite;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/** Charsets by the names that mails give them. */
public final class Charsets {
  private Charsets() {}

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
