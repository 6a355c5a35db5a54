package org.aliasrelay.forward.look;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aliasrelay.forward.rewrite.EncodedWords;

/** What one text may be taken for. */
final class Texts {
  /** Tags of HTML, and comments in header fields (RFC 5322, section 3.2.2). */
  private static final Pattern MARKS = Pattern.compile("<[^<>]{0,1000}+>|\\([^()]{0,1000}+\\)");

  /** Between the characters of a quoted string, and around it (RFC 5322, section 3.2.4). */
  private static final Pattern QUOTING = Pattern.compile("[\\\\\"]");

  /** Zero-width characters, soft hyphen, byte order mark, in UTF-8. */
  private static final Pattern UNSEEN =
      Pattern.compile("\\xc2\\xad|\\xe2\\x80[\\x8b-\\x8f]|\\xe2\\x81[\\xa0-\\xa4]|\\xef\\xbb\\xbf");

  private Texts() {}

  /** As it is, with all undone that can be, and as HTML or a field shows it. */
  static Stream<String> of(String text) {
    return Stream.of(text, undone(text), shown(text)).distinct();
  }

  private static String undone(String text) {
    String words = EncodedWords.decode(text);
    String octets = Percent.decoded(words + ParameterSections.joined(words));
    return QUOTING.matcher(seen(octets)).replaceAll("");
  }

  private static String shown(String text) {
    return seen(text.indexOf('<') < 0 && text.indexOf('(') < 0 ? text : unmarked(text));
  }

  private static String unmarked(String text) {
    return MARKS.matcher(text).replaceAll("");
  }

  private static String seen(String text) {
    return UNSEEN.matcher(CharacterReferences.decoded(text)).replaceAll("");
  }
}
