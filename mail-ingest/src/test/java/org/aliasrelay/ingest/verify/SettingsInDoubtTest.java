package org.aliasrelay.ingest.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.aliasrelay.ingest.verify.Verification.Cause;
import org.aliasrelay.ingest.verify.Verification.Forged;
import org.aliasrelay.ingest.verify.Verification.Unverifiable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsInDoubtTest {
  private static final Verification GENUINE = new Verification.Verified("a notification");

  private Verification next = GENUINE;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SettingsInDoubt settings =
      new SettingsInDoubt(body -> next, "inbound-mail", meters);

  @ParameterizedTest
  @EnumSource(
      names = {
        "NOT_AN_ENVELOPE",
        "WRONG_TOPIC",
        "SIGNATURE_VERSION",
        "CERTIFICATE_PLACE",
        "CERTIFICATE_SUBJECT"
      })
  void whatAWrongSettingExplainsIsNotForgedBeforeAnythingHasVerified(ForgeryReason reason) {
    assertThat(verify(new Forged(reason))).isEqualTo(new Unverifiable(Cause.SETTINGS_IN_DOUBT));
    assertThat(settings.doubt()).contains(reason);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "NOT_AN_ENVELOPE",
        "WRONG_TOPIC",
        "SIGNATURE_VERSION",
        "CERTIFICATE_PLACE",
        "CERTIFICATE_SUBJECT"
      })
  void whatNoSettingExplainsIsForgedFromTheStart(ForgeryReason reason) {
    assertThat(verify(new Forged(reason))).isEqualTo(new Forged(reason));
    assertThat(settings.doubt()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyForgeryIsOneOnceAMessageHasVerified(ForgeryReason reason) {
    verify(new Forged(ForgeryReason.WRONG_TOPIC));

    assertThat(verify(GENUINE)).isEqualTo(GENUINE);

    assertThat(verify(new Forged(reason))).isEqualTo(new Forged(reason));
    assertThat(settings.doubt()).isEmpty();
  }

  @Test
  void aForgeryProvesNothing() {
    verify(new Forged(ForgeryReason.SIGNATURE));

    assertThat(verify(new Forged(ForgeryReason.SIGNATURE_VERSION)))
        .isEqualTo(new Unverifiable(Cause.SETTINGS_IN_DOUBT));
  }

  @Test
  void operatorSeesTheDoubtAndItsEnd() {
    var check =
        new SettingsCheck(settings, new SettingsInDoubt(body -> GENUINE, "mail-events", meters));
    var alarm = meters.get("relay.alarm").tag("fault", "sns-settings-inbound-mail").gauge();
    assertThat(alarm.value()).isZero();

    verify(new Forged(ForgeryReason.SIGNATURE_VERSION));
    assertThat(alarm.value()).isEqualTo(1);
    assertThat(check.call().getData().orElseThrow())
        .containsEntry("inbound-mail", "in doubt: signature-version")
        .containsEntry("mail-events", "fine");

    verify(GENUINE);
    assertThat(alarm.value()).isZero();
  }

  private Verification verify(Verification verification) {
    next = verification;
    return settings.verify("a body");
  }
}
