package org.aliasrelay.forward.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Input made to cost more than its size: four times as much of it costs four times the work. */
class LinearTest {
  private static final String NAMES =
      Stream.iterate(0, i -> i + 1)
          .limit(HtmlReader.MOST_ATTRIBUTES)
          .map(i -> " a" + i)
          .reduce("", String::concat);

  static Stream<Trap> traps() {
    return Stream.of(
        new Trap("a comment that does not end", "<!--", "- -"),
        new Trap("a comment that seems to end", "<!--", "--!"),
        new Trap("a tag that does not end", "<img src='", "x"),
        new Trap("one large value", "<p title=\"", "&amp;\r\n"),
        new Trap("tags that do not end", "<img", "<img"),
        new Trap("elements that are never closed", "", "<b><i><a><table>"),
        new Trap("ends of nothing", "", "</b></table>"),
        new Trap("tags with all attributes there may be", "", "<img" + NAMES + ">"),
        new Trap("script that seems to end", "<script>", "</scrip <!--"),
        new Trap("text that seems to end", "<textarea>", "</textare"),
        new Trap("character references that are none", "", "&notit&#x"),
        new Trap("carriage returns", "<p title='", "\r"),
        new Trap("sections and instructions", "", "<![CDATA[ ]]<?"),
        new Trap("doctypes", "", "<!DOCTYPE html PUBLIC '"),
        new Trap("trackers", "", "<img src=https://t.example/p>"));
  }

  record Trap(String name, String start, String piece) {
    String times(int count) {
      return start + piece.repeat(count);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static long work(String html) {
    return HtmlReader.read(html, image -> image.isTracker(Mails.TRACKERS)).orElseThrow().work();
  }

  @ParameterizedTest
  @MethodSource("traps")
  void fourTimesTheInputIsFourTimesTheWork(Trap trap) {
    long once = work(trap.times(500));
    assertThat(once).isPositive();
    assertThat(work(trap.times(2_000))).isLessThanOrEqualTo(4 * once + 2_000);
  }

  @Test
  void aTagWithMoreAttributesThanAnyEndsTheReading() {
    assertThat(HtmlReader.read("<img" + NAMES + ">", _ -> false)).isPresent();
    assertThat(HtmlReader.read("<img" + NAMES + " z>", _ -> false)).isEmpty();
  }
}
