package org.aliasrelay.forward.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterSectionsTest {
  private static final int TIMES = 1_000;

  /**
   * What is joined is looked at as often as the text, so a stranger's text must not make it long.
   */
  @ParameterizedTest
  @ValueSource(strings = {"*1=", "*1=\"", "*1*=a", "*0=\"*1=", "a*2=b;"})
  void joinsNoMoreThanTheTextTwice(String repeated) {
    String text = repeated.repeat(TIMES);

    assertThat(ParameterSections.joined(text)).hasSizeLessThan(2 * text.length());
  }
}
