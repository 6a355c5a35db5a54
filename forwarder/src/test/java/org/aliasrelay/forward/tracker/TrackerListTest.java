package org.aliasrelay.forward.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackerListTest {
  private static final TrackerList LIST =
      TrackerList.parse(
          """
          # a comment
          t.example            # and another
          shop.example/open
          shop.example/o
          */wf/open?upn=
          """);

  private static boolean names(String url) {
    return WebAddress.of(url).filter(LIST::names).isPresent();
  }

  @Test
  void aHostStandsForAllBelowIt() {
    assertThat(names("https://t.example/")).isTrue();
    assertThat(names("https://u1.ct.t.example/any?thing")).isTrue();
  }

  @Test
  void aHostDoesNotStandForOthersThatEndAlike() {
    assertThat(names("https://not.example/")).isFalse();
    assertThat(names("https://art.example/")).isFalse();
    assertThat(names("https://example/")).isFalse();
  }

  @Test
  void aPathStandsForAllThatBeginWithIt() {
    assertThat(names("https://shop.example/open.php?u=1")).isTrue();
    assertThat(names("https://img.shop.example/o/1")).isTrue();
    assertThat(names("https://shop.example/logo.png")).isFalse();
    assertThat(names("https://shop.example/")).isFalse();
  }

  @Test
  void aStarStandsForAnyHost() {
    assertThat(names("https://mail.anything.example/wf/open?upn=x")).isTrue();
    assertThat(names("https://mail.anything.example/wf/opera")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing",
        "*",
        "*/",
        "localhost",
        "a b.example",
        "||t.example^",
        "https://t.example/"
      })
  void whatIsNoListIsRefused(String text) {
    assertThatThrownBy(() -> TrackerList.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhichLineIsNone() {
    assertThatThrownBy(() -> TrackerList.parse("t.example\n\nhow?\n"))
        .hasMessageContaining("line 3");
  }
}
