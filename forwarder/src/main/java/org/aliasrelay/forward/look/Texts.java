package org.aliasrelay.forward.look;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.aliasrelay.forward.rewrite.EncodedWords;

/** What one text may be taken for. */
final class Texts {
  /** As in URIs (RFC 3986), and in parameters (RFC 2231). */
  private static final Pattern OCTET = Pattern.compile("%(\\p{XDigit}{2})");

  private static final Pattern TAG = Pattern.compile("<[^<>]{0,1000}+>");

  /** In a header field (RFC 5322, section 3.2.2). */
  private static final Pattern COMMENT = Pattern.compile("\\([^()]{0,1000}+\\)");

  /** Zero-width characters, soft hyphen and byte order mark, in UTF-8. */
  private static final List<String> UNSEEN =
      List.of(
          "\u00c2\u00ad",
          "\u00e2\u0080\u008b",
          "\u00e2\u0080\u008c",
          "\u00e2\u0080\u008d",
          "\u00e2\u0080\u008e",
          "\u00e2\u0080\u008f",
          "\u00e2\u0081\u00a0",
          "\u00ef\u00bb\u00bf");

  private Texts() {}

  /**
   * Whether it holds as it is, with all undone that can be, or without what HTML or a field does
   * not show. Tags and comments go by themselves: the text may stand in a pair of brackets.
   */
  static boolean any(String text, Predicate<String> condition) {
    return condition.test(text)
        || condition.test(undone(text))
        || condition.test(seen(Replacing.each('<', TAG, text, tag -> "")))
        || condition.test(Replacing.each('(', COMMENT, text, comment -> ""));
  }

  private static String undone(String text) {
    String words = EncodedWords.decodeAll(text);
    String octets =
        Replacing.each(
            '%',
            OCTET,
            words + ParameterSections.joined(words),
            octet -> Character.toString(HexFormat.fromHexDigits(octet.group(1))));
    // Quoted strings (RFC 5322, section 3.2.4).
    return seen(octets).replace("\\", "").replace("\"", "");
  }

  private static String seen(String text) {
    String seen = CharacterReferences.decoded(text);
    for (String unseen : UNSEEN) {
      seen = seen.replace(unseen, "");
    }
    return seen;
  }
}
