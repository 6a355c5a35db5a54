package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class DefectsProperties {
  private static final Pattern DEFECT =
      Pattern.compile(
          "\\x00|\\r(?!\\n)|(?:[^\\n\\r]|\\r(?!\\n)){999}"
              // The end of a mail to a server that takes a bare LF for the end of a line.
              + "|(?<=(?<!\\r)\\n)\\.(?=\\r?\\n|\\z)|(?<![^\\n])\\.(?=\\n)");

  @Property(tries = 5_000)
  void findsWhatTheRuleSaysWhereverItLies(
      @ForAll("bodies") String body, @ForAll @IntRange(max = 9) int before) {
    byte[] bytes = ("\0".repeat(before) + body + "\0").getBytes(ISO_8859_1);

    Matcher defect = DEFECT.matcher(new String(bytes, ISO_8859_1));
    defect
        .region(before, before + body.length())
        .useTransparentBounds(true)
        .useAnchoringBounds(false);
    assertThat(Defects.in(bytes, before, before + body.length())).isEqualTo(defect.find());
  }

  /** Most without a defect, many with lines about as long as may be. */
  @Provide
  Arbitrary<String> bodies() {
    Arbitrary<String> text =
        Arbitraries.strings().withChars("a\u0080\u00ff\u0001\t\u008d").ofMaxLength(20);
    Arbitrary<String> longLine = Arbitraries.integers().between(990, 1_000).map("x"::repeat);
    Arbitrary<String> end = Arbitraries.of("\r\n", "\r\n", "\n");
    Arbitrary<String> defect = Arbitraries.of("\0", "\r", "\r\r\n");
    return Arbitraries.frequencyOf(
            Tuple.of(20, text),
            Tuple.of(20, end),
            Tuple.of(4, Arbitraries.just(".")),
            Tuple.of(5, longLine),
            Tuple.of(1, defect))
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }
}
