package org.aliasrelay.forward.rewrite;

import java.util.Set;

/** What parts of a reply are, by their media type: text, somebody's name, or a document. */
public final class Kinds {
  /** RFC 2046, section 5.2.1, and RFC 6532, section 3.7. */
  private static final Set<String> MESSAGES = Set.of("message/rfc822", "message/global");

  /** Text that folds its lines in the middle of a word (RFC 5545, RFC 6350). */
  private static final Set<String> FOLDED =
      Set.of("text/calendar", "application/ics", "text/vcard", "text/x-vcard", "text/directory");

  /**
   * Kinds of media that are no text (RFC 6838, section 4.2). What is of a kind that nobody knows,
   * some mail programs show as text: RFC 2045, section 5.2, wants that for a type that is misspelt.
   */
  private static final Set<String> OPAQUE =
      Set.of("application", "audio", "font", "haptics", "image", "model", "video");

  /**
   * Other HTML, and XML with the same references to characters (RFC 6321, RFC 6351), which a mail
   * program shows beside or in place of the text.
   */
  private static final Set<String> MARKUP =
      Set.of(
          "text/html",
          "application/xhtml+xml",
          "application/calendar+xml",
          "application/vcard+xml");

  /**
   * Text all the same: what mutt signed in its traditional mode, and calendars and address cards in
   * JSON (RFC 7265, RFC 7095).
   */
  private static final Set<String> TEXTS =
      Set.of("application/pgp", "application/calendar+json", "application/vcard+json");

  /**
   * Keys, certificates and signatures, and what Outlook wraps a whole message in (TNEF): they name
   * people, and change into nothing.
   */
  private static final Set<String> NAMING =
      Set.of(
          "application/pgp-encrypted",
          "application/pgp-keys",
          "application/pgp-signature",
          "application/pkcs7-signature",
          "application/x-pkcs7-signature",
          "application/ms-tnef",
          "application/vnd.ms-tnef",
          "application/pkix-cert",
          "application/x-x509-user-cert");

  private Kinds() {}

  /**
   * Whether it is a whole message.
   *
   * @param type in lower case, without parameters
   */
  public static boolean isMessage(String type) {
    return MESSAGES.contains(type);
  }

  static boolean isFolded(String type) {
    return FOLDED.contains(type);
  }

  /** Whether characters are written as HTML writes them. */
  static boolean isMarkup(String type) {
    return MARKUP.contains(type);
  }

  static boolean isNaming(String type) {
    return NAMING.contains(type);
  }

  /** Whether it is OpenPGP, with armor or without (RFC 3156). */
  static boolean isOpenPgp(String type) {
    return type.startsWith("application/pgp");
  }

  static boolean isReadable(String type) {
    String kind = type.substring(0, type.indexOf('/'));
    return !OPAQUE.contains(kind) || isFolded(type) || isMarkup(type) || TEXTS.contains(type);
  }

  /**
   * Whether it is a document of the owner's, which is neither read nor changed.
   *
   * @param type in lower case, without parameters
   */
  public static boolean isDocument(String type) {
    return !isReadable(type) && !isNaming(type) && !MediaType.isSealed(type);
  }
}
