package org.aliasrelay.local.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  private static final List<ObjectName> ALL =
      Stream.of("a", "in/", "in/1", "in/2/x", "in/2/y", "in/3", "out/1", "z")
          .map(key -> new ObjectName("bucket", key))
          .toList();

  @Test
  void rollsUpWhatHasTheSameBeginning() {
    Page page = page("", "/", "", 1_000);

    assertThat(page.names()).extracting(ObjectName::key).containsExactly("a", "z");
    assertThat(page.prefixes()).containsExactly("in/", "out/");
    assertThat(page.next()).isNull();
  }

  @Test
  void rollsUpBehindThePrefix() {
    Page page = page("in/", "/", "", 1_000);

    assertThat(page.names()).extracting(ObjectName::key).containsExactly("in/", "in/1", "in/3");
    assertThat(page.prefixes()).containsExactly("in/2/");
  }

  @Test
  void delimiterMayBeAnything() {
    assertThat(page("", "n/", "", 1_000).prefixes()).containsExactly("in/");
    assertThat(page("", "", "", 1_000).names()).isEqualTo(ALL);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void pagesHaveEachEntryOnce(int limit) {
    assertThat(entries("", "/", limit)).containsExactlyInAnyOrder("a", "in/", "out/", "z");
    assertThat(entries("in/", "/", limit))
        .containsExactlyInAnyOrder("in/", "in/1", "in/2/", "in/3");
    assertThat(entries("", "", limit)).hasSize(ALL.size()).doesNotHaveDuplicates();
  }

  @Test
  void lastPageSaysSoWhenItIsFull() {
    assertThat(page("", "/", "", 4).next()).isNull();
    assertThat(page("", "/", "", 3).next()).isEqualTo("out/");
  }

  @Test
  void pageOfNothingIsTheLast() {
    assertThat(page("", "/", "", 0)).isEqualTo(new Page(List.of(), List.of(), null));
  }

  /** Begins in the middle of a folder, as start-after may: the rest of it still shows. */
  @Test
  void folderShowsThatIsBegunInItsMiddle() {
    assertThat(page("", "/", "in/1", 1_000).prefixes()).containsExactly("in/", "out/");
  }

  private static List<String> entries(String prefix, String delimiter, int limit) {
    var entries = new ArrayList<String>();
    String after = "";
    while (after != null) {
      Page page = page(prefix, delimiter, after, limit);
      assertThat(page.names().size() + page.prefixes().size()).isBetween(1, limit);
      page.names().forEach(name -> entries.add(name.key()));
      entries.addAll(page.prefixes());
      after = page.next();
    }
    return entries;
  }

  private static Page page(String prefix, String delimiter, String after, int limit) {
    return Page.of(ALL, new Page.Query(prefix, delimiter, after, limit));
  }
}
