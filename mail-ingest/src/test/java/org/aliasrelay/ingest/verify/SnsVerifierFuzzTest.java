package org.aliasrelay.ingest.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.aliasrelay.ingest.read.Notifications;
import org.aliasrelay.ingest.verify.Verification.Verified;

/** Whatever lies on a queue: an outcome, and never belief in what SNS did not sign. */
class SnsVerifierFuzzTest {
  private static final String MESSAGE = Notifications.received().json();

  private final Believing sns = new Believing();

  @FuzzTest(maxDuration = "5m")
  void anyBytesAreForged(byte[] body) {
    assertThat(sns.verifier().verify(new String(body, UTF_8)))
        .isInstanceOfAny(Verification.Forged.class, Verification.Unverifiable.class);
    assertThat(sns.fetched()).allMatch(place -> place.startsWith(Believing.HOST));
  }

  @FuzzTest(maxDuration = "5m")
  void changedEnvelopeSaysWhatSnsSignedOrNothing(byte[] change) {
    if (sns.verifier().verify(Edit.of(sns.wrap(MESSAGE), change))
        instanceof Verified(String said)) {
      assertThat(said).isEqualTo(MESSAGE);
    }
    assertThat(sns.fetched()).allMatch(place -> place.startsWith(Believing.HOST));
  }
}
