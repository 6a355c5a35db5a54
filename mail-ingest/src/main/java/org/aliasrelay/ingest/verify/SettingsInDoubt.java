package org.aliasrelay.ingest.verify;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.aliasrelay.ingest.verify.Verification.Cause;
import org.aliasrelay.ingest.verify.Verification.Forged;
import org.aliasrelay.ingest.verify.Verification.Unverifiable;
import org.aliasrelay.ingest.verify.Verification.Verified;

/**
 * Takes nothing for forged that a wrong setting explains as well, until a first message has shown
 * that the settings are right: with raw delivery, a topic of signature version 1 or a wrong ARN
 * every mail looks forged, and what is buried cannot be dug up. The first genuine message settles
 * it; from then on a forgery is one.
 */
final class SettingsInDoubt implements Verifier {
  private final Verifier verifier;
  private final AtomicBoolean proven = new AtomicBoolean();
  private final AtomicReference<Optional<ForgeryReason>> doubt =
      new AtomicReference<>(Optional.empty());

  /** Shows the doubt as the gauge {@code relay.alarm}, too. */
  SettingsInDoubt(Verifier verifier, String queue, MeterRegistry meters) {
    this.verifier = verifier;
    var _ =
        Gauge.builder("relay.alarm", this, settings -> settings.doubt().isPresent() ? 1 : 0)
            .tag("fault", "sns-settings-" + queue)
            .register(meters);
  }

  @Override
  public Verification verify(String body) {
    Verification verification = verifier.verify(body);
    return switch (verification) {
      case Verified _ -> {
        proven.set(true);
        yield verification;
      }
      case Forged(ForgeryReason reason) when !proven.get() && reason.fitsAWrongSetting() -> {
        doubt.set(Optional.of(reason));
        yield new Unverifiable(Cause.SETTINGS_IN_DOUBT);
      }
      case Forged _, Unverifiable _ -> verification;
    };
  }

  /** What the messages suffer from, while none has verified. */
  Optional<ForgeryReason> doubt() {
    return proven.get() ? Optional.empty() : doubt.get();
  }
}
