package org.aliasrelay.queue;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2})
  void passesWhatIsWithin(double value) {
    assertThatCode(() -> Bounds.check("x", value, 0.5, 2.0)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.4, 2.1, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY})
  void refusesAnythingElse(double value) {
    assertThatIllegalArgumentException().isThrownBy(() -> Bounds.check("x", value, 0.5, 2.0));
  }

  @Test
  void saysWhichSettingItIs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bounds.check("relay.x", 3, 1, 2))
        .withMessage("relay.x is 3, and must be from 1 to 2");
  }
}
