package org.aliasrelay.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.ingest.contract.DmarcPolicy;
import org.aliasrelay.ingest.contract.MailId;
import org.aliasrelay.ingest.contract.VaultKey;
import org.aliasrelay.ingest.contract.Verdict;
import org.aliasrelay.ingest.contract.Verdicts;
import org.aliasrelay.ingest.read.Notification.Fault;
import org.aliasrelay.ingest.read.Notification.Malformed;
import org.aliasrelay.ingest.read.Notification.Received;
import org.aliasrelay.ingest.read.Notification.Setup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SesNotificationsTest {
  private final SesNotifications notifications = new SesNotifications(new OurMail());

  @Test
  void readsAReceivedMail() {
    assertThat(read(Notifications.received()))
        .isEqualTo(
            new Received(
                new ReceivedMail(
                    new MailId("o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1"),
                    new VaultKey("mail/o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1"),
                    EmailAddress.of("news@shop.example"),
                    List.of(
                        EmailAddress.of("h2k9xq4w@relay.test"),
                        EmailAddress.of("second01@relay.test")),
                    0,
                    new Verdicts(
                        Verdict.PASS,
                        Verdict.PASS,
                        Verdict.PASS,
                        Verdict.PASS,
                        Verdict.PASS,
                        DmarcPolicy.ABSENT,
                        true))));
  }

  @Test
  void routesOnTheEnvelopeAndNotOnTheHeaders() {
    Notifications other =
        Notifications.received()
            .withRecipients("second01@relay.test")
            .set("/mail/commonHeaders", "to", List.of("h2k9xq4w@relay.test"));

    assertThat(mail(other).recipients()).containsExactly(EmailAddress.of("second01@relay.test"));
  }

  @Test
  void countsRecipientsThatAreNoAddresses() {
    Notifications odd =
        Notifications.received()
            .withRecipients("no address", "\"quoted local\"@relay.test", "second01@relay.test");

    assertThat(mail(odd).unreadableRecipients()).isEqualTo(2);
    assertThat(mail(odd).recipients()).hasSize(1);
  }

  @Test
  void ignoresTheTrialOfANewRule() {
    assertThat(read(Notifications.received().withMailId("AMAZON_SES_SETUP_NOTIFICATION")))
        .isEqualTo(new Setup());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "not JSON", "{", "[]", "null", "1", "{} {}", "{\"mail\":1,\"mail\":2}"})
  void refusesWhatIsNotJson(String text) {
    assertThat(notifications.read(text)).isEqualTo(new Malformed(Fault.NOT_JSON));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bounce", "Complaint", "Delivery", "received"})
  void refusesWhatIsNotAboutReceivedMail(String type) {
    assertThat(read(Notifications.received().set("", "notificationType", type)))
        .isEqualTo(new Malformed(Fault.NOT_RECEIVED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "../x", "a/b", "é"})
  void refusesAMailIdThatIsNone(String id) {
    assertThat(read(Notifications.received().withMailId(id)))
        .isEqualTo(new Malformed(Fault.MAIL_ID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "somebody-elses", "relay-mail-2", "RELAY-MAIL"})
  void refusesAnotherBucket(String bucket) {
    assertThat(read(Notifications.received().set("/receipt/action", "bucketName", bucket)))
        .isEqualTo(new Malformed(Fault.BUCKET));
  }

  @Test
  void refusesMailThatIsNotInTheVault() {
    assertThat(read(Notifications.received().set("/receipt/action", "type", "SNS")))
        .isEqualTo(new Malformed(Fault.BUCKET));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "mail/another-mail",
        "../o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1",
        "mail/../o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1",
        "mail/o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1/",
        "mail/%2e%2e/o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1",
        "mail/o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1?versionId=1",
        "mail/o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1\n"
      })
  void refusesAKeyThatIsNotThisMailsPlace(String key) {
    assertThat(read(Notifications.received().set("/receipt/action", "objectKey", key)))
        .isEqualTo(new Malformed(Fault.VAULT_KEY));
  }

  @Test
  void refusesAKeyUnderAnotherPrefixThanTheRules() {
    String json = Notifications.received().json();

    assertThat(new SesNotifications(new OurMail(Optional.of("mail/"))).read(json))
        .isInstanceOf(Received.class);
    for (String prefix : List.of("", "m", "mail", "in/", "mail//")) {
      assertThat(new SesNotifications(new OurMail(Optional.of(prefix))).read(json))
          .isEqualTo(new Malformed(Fault.VAULT_KEY));
    }
  }

  @Test
  void refusesMailForNobody() {
    assertThat(read(Notifications.received().withRecipients()))
        .isEqualTo(new Malformed(Fault.NO_RECIPIENTS));
    assertThat(read(Notifications.received().remove("/receipt", "recipients")))
        .isEqualTo(new Malformed(Fault.NO_RECIPIENTS));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "<>", " ", "MAILER-DAEMON", "mailer-daemon@amazonses.com", "no one"})
  void readsTheNullSenderInEverySpelling(String source) {
    assertThat(mail(Notifications.received().set("/mail", "source", source)).envelopeSender())
        .isNull();
  }

  @Test
  void readsASenderInAngleBrackets() {
    assertThat(
            mail(Notifications.received().set("/mail", "source", "<a@shop.example>"))
                .envelopeSender())
        .isEqualTo(EmailAddress.of("a@shop.example"));
  }

  @ParameterizedTest
  @CsvSource({"none,NONE", "quarantine,QUARANTINE", "reject,REJECT", "REJECT,REJECT", "x,ABSENT"})
  void readsTheDmarcPolicy(String word, DmarcPolicy policy) {
    assertThat(mail(Notifications.received().set("/receipt", "dmarcPolicy", word)).verdicts())
        .extracting(Verdicts::policy)
        .isEqualTo(policy);
  }

  @Test
  void takesAMissingVerdictForNone() {
    assertThat(mail(Notifications.received().remove("/receipt", "virusVerdict")).verdicts().virus())
        .isEqualTo(Verdict.MISSING);
  }

  @Test
  void passesOverFieldsAddedLater() {
    assertThat(read(Notifications.received().set("/receipt", "quantumVerdict", List.of(1, 2))))
        .isEqualTo(read(Notifications.received()));
  }

  private Notification read(Notifications notification) {
    return notifications.read(notification.json());
  }

  private ReceivedMail mail(Notifications notification) {
    return ((Received) read(notification)).mail();
  }
}
