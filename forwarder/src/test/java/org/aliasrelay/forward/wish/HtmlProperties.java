package org.aliasrelay.forward.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold for any HTML whatever. */
class HtmlProperties {
  private static HtmlOutline read(String html) {
    return HtmlReader.read(html, image -> image.isTracker(Mails.TRACKERS)).orElseThrow();
  }

  @Property(tries = 1000)
  void whatIsTakenOutIsATag(@ForAll("html") String html) {
    for (Edit edit : read(html).unwanted()) {
      assertThat(html.substring(edit.from(), edit.to()))
          .startsWithIgnoringCase("<im")
          .endsWith(">")
          .contains("t.example");
    }
  }

  @Property(tries = 1000)
  void everythingElseStays(@ForAll("html") String html) {
    List<Edit> edits = read(html).unwanted();
    StringBuilder kept = new StringBuilder(html);
    edits.reversed().forEach(edit -> kept.delete(edit.from(), edit.to()));
    String without = Edit.all(edits, html);
    assertThat(without.length()).isEqualTo(kept.length() + edits.size() * "<!---->".length());
    assertThat(without.replace("<!---->", "")).isEqualTo(kept.toString().replace("<!---->", ""));
  }

  @Property(tries = 1000)
  void aSecondPassTakesNothingOut(@ForAll("html") String html) {
    assertThat(read(Edit.all(read(html).unwanted(), html)).unwanted()).isEmpty();
  }

  @Property(tries = 1000)
  void theContentBeginsWithinTheText(@ForAll("html") String html) {
    assertThat(read(html).top()).isBetween(0, html.length());
  }

  /** Pieces of markup in an order that nobody writes. */
  @Provide
  Arbitrary<String> html() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "<img src=https://t.example/p>",
                "<IMG\r\n src='https://t.example/p'\r\n/>",
                "<image src=\"https://t.example/p\">",
                "<img src=cid:x>",
                "<",
                "</",
                "<!--",
                "-->",
                "<!-",
                "<script>",
                "</script>",
                "<style>",
                "</style>",
                "<title>",
                "</title>",
                "<svg>",
                "<plaintext",
                "<![CDATA[",
                "]]>",
                "<?x",
                "<body",
                "</head>",
                ">",
                "'",
                "\"",
                " a=",
                "&am",
                "p;",
                "\0",
                "\r",
                "img src=https://t.example/p>",
                "\ud83d\ude00"),
            Arbitraries.strings().ofMaxLength(5))
        .list()
        .ofMaxSize(30)
        .map(pieces -> pieces.stream().collect(Collectors.joining()));
  }
}
