package org.aliasrelay.forward.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** What we read ourselves, for it is written as nearly all is, we read as Mime4j does. */
class PlainReadingProperties {
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern BARE_AT_IN_NAME = Pattern.compile("@[^,<>]*<");

  @Property(tries = 5_000)
  void plainListsAreReadAsByMime4j(@ForAll("lists") String list) {
    var plainly = PlainAddresses.in(list);

    Statistics.collect(plainly.isPresent());
    if (!hasBareAtInName(list)) {
      plainly.ifPresent(
          found -> assertSame(found, Correspondent.readByMime4j(list), !list.contains("(")));
    }
  }

  /** There Mime4j finds no address, and {@link PeopleTest} says what we find. */
  private static boolean hasBareAtInName(String list) {
    return BARE_AT_IN_NAME.matcher(QUOTED.matcher(list).replaceAll("q")).find();
  }

  /**
   * Their text says nothing, lest it be logged.
   *
   * @param named whether names are compared: Mime4j reads none in a comment
   */
  private static void assertSame(
      List<Correspondent> ours, List<Correspondent> theirs, boolean named) {
    assertThat(ours.stream().map(one -> shown(one, named)).toList())
        .isEqualTo(theirs.stream().map(one -> shown(one, named)).toList());
  }

  private static String shown(Correspondent one, boolean named) {
    String address = one.address().map(read -> read.value()).orElse("none");
    return (named ? one.name() : "") + "|" + one.written() + "|" + address;
  }

  @Property(tries = 5_000)
  void plainWordsAreReadAsByMime4j(
      @ForAll("charsets") String charset,
      @ForAll("encodings") String encoding,
      @ForAll("texts") String text) {
    String word = "=?" + charset + "?" + encoding + "?" + text + "?=";

    assertThat(EncodedWords.decode(word))
        .isEqualTo(DecoderUtil.decodeEncodedWords(word, DecodeMonitor.SILENT));
  }

  @Property(tries = 5_000)
  void plainTypesAreReadAsByMime4j(@ForAll("types") String type) {
    Statistics.collect(PlainType.of(type).isPresent());
    assertThat(MediaType.of(type)).isEqualTo(MediaType.readByMime4j(type));
  }

  @Provide
  Arbitrary<String> types() {
    Arbitrary<String> name =
        Arbitraries.of(
            "text/plain", "Multipart/MIXED", "application/x.y+z", "text", "a/b/c", "t/h ");
    Arbitrary<String> parameter =
        Combinators.combine(
                Arbitraries.of("charset", "Boundary", "name", "b", "x*", "x*0", "x y", ""),
                Arbitraries.of("=", "=", "=", " = ", ""),
                Arbitraries.of(
                    "utf-8",
                    "\"a; b\"",
                    "\"\"",
                    "\" a  b \"",
                    "\"x\\\"y\"",
                    "Jürgen",
                    "\"Jürgen\"",
                    "=?utf-8?Q?a?=",
                    "\"=?utf-8?Q?a?=\"",
                    "a(b)",
                    "\"a",
                    "a b",
                    "utf-8''a%20b"))
            .as((n, equal, v) -> n + equal + v);
    return Combinators.combine(
            name,
            parameter.list().ofMaxSize(3),
            Arbitraries.of("; ", ";", " ; ", ";;", ";\t", " "),
            Arbitraries.of("", "", ";", " ", "; ", " (note)"))
        .as(
            (n, all, between, end) ->
                n + all.stream().map(p -> between + p).reduce("", String::concat) + end);
  }

  /** Those that are plain, and others that are nearly so. */
  @Provide
  Arbitrary<String> lists() {
    Arbitrary<String> name =
        Arbitraries.oneOf(
            Arbitraries.of(
                "", "Ann", "Ann B. O'Neil", "\"Neil, Ann\"", "\"\"", "Jürgen", "\"a  b\"", "a  b"),
            Arbitraries.of("=?utf-8?Q?J=C3=BC_X?=", "=?a?q?", "\"=?utf-8?Q?J?=\"", "\"a\\\"b\""),
            Arbitraries.strings().withChars("aé \t\"\\=?.;[]>\u00a0\u0085😀").ofMaxLength(8));
    Arbitrary<String> address =
        Arbitraries.oneOf(
            Arbitraries.of(
                "ann@shop.example", "O'Neil+x@Shop.Example", "a@-b", "a@b.", "a.@b_c", "root"),
            Arbitraries.strings().withChars("ab@.-é \"=?").ofMaxLength(8));
    Arbitrary<String> one =
        Combinators.combine(
                name,
                address,
                Arbitraries.of(
                    "%s <%s>",
                    "%s<%s>", "%2$s", "<%2$s> ", "%s   <%s>", "%2$s (%1$s)", "%2$s(%1$s) ", "%s:;"))
            .as((n, a, form) -> form.formatted(n, a));
    Arbitrary<String> comma = Arbitraries.of(", ", ",", " ,\t", ",,", "; ", " ");
    return Combinators.combine(one.list().ofMaxSize(4), comma)
        .as((all, between) -> String.join(between, all));
  }

  @Provide
  Arbitrary<String> charsets() {
    return Arbitraries.of("utf-8", "windows-1252", "KOI8-R", "gb18030", "utf-16");
  }

  @Provide
  Arbitrary<String> encodings() {
    return Arbitraries.of("Q", "q", "B", "b");
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "a", "_", "=C3=BC", "=E9", "=00", "=0D=0A", "=c3", "=", "=A", "AAAA", "w6k=");
    return Arbitraries.oneOf(
        piece.list().ofMinSize(1).ofMaxSize(6).map(pieces -> String.join("", pieces)),
        Arbitraries.strings().withChars("aA0+/=_ ").ofMinLength(1).ofMaxLength(9));
  }
}
