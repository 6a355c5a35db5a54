package org.aliasrelay.local.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.aliasrelay.local.door.Verdicts.Policy;
import org.aliasrelay.local.door.Verdicts.Status;
import org.aliasrelay.local.message.RawMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictsTest {

  @Test
  void passesMailThatAsksForNothing() {
    assertThat(read("Subject: spam=FAIL\r\n")).isEqualTo(Verdicts.allPass());
  }

  @Test
  void readsASubsetInAnyCaseAndFolded() {
    assertThat(read("x-local-verdicts: SPAM=fail,\r\n dkim = gray , Policy=Reject\r\n"))
        .isEqualTo(
            new Verdicts(
                Status.FAIL, Status.PASS, Status.PASS, Status.GRAY, Status.PASS, Policy.REJECT));
  }

  @Test
  void readsEveryOccurrence() {
    assertThat(read("X-Local-Verdicts: spf=FAIL\r\nX-Local-Verdicts: virus=FAIL\r\n"))
        .isEqualTo(
            new Verdicts(
                Status.PASS, Status.FAIL, Status.FAIL, Status.PASS, Status.PASS, Policy.NONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"spam", "spam=MAYBE", "spamm=FAIL", "policy=FAIL"})
  void refusesAWordThatMeansNothing(String asked) {
    assertThatIllegalArgumentException().isThrownBy(() -> read("X-Local-Verdicts: " + asked));
  }

  private static Verdicts read(String header) {
    return Verdicts.askedFor(RawMessage.parse(header.getBytes(StandardCharsets.US_ASCII)).fields());
  }
}
