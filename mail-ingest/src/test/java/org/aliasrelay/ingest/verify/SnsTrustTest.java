package org.aliasrelay.ingest.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnsTrustTest {
  private static final String TOPIC = "arn:aws:sns:eu-central-1:000000000000:inbound-mail";

  @Test
  void looksForCertificatesInTheTopicsRegion() {
    assertThat(SnsTrust.inboundMail(new Settings(TOPIC, Optional.empty())).certificatePrefix())
        .isEqualTo("https://sns.eu-central-1.amazonaws.com/");
  }

  @Test
  void letsTheLocalCloudPlaySns() {
    Settings local = new Settings(TOPIC, Optional.of("http://127.0.0.1:4566/"));

    assertThat(
            SnsTrust.inboundMail(local)
                .certificateAt("http://127.0.0.1:4566/SimpleNotificationService-0a.pem"))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://sns.us-east-1.amazonaws.com",
        "https://sns.us-east-1.amazonaws.com/certificates",
        "https://user@sns.us-east-1.amazonaws.com/",
        "https://sns.us-east-1.amazonaws.com/?x=/",
        "sns.us-east-1.amazonaws.com/",
        ""
      })
  void doesNotStartWithAPrefixThatPinsNothing(String prefix) {
    Settings settings = new Settings(TOPIC, Optional.of(prefix));

    assertThatIllegalArgumentException().isThrownBy(() -> SnsTrust.inboundMail(settings));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "inbound-mail", "arn:aws:sqs:us-east-1:000000000000:inbound-mail"})
  void doesNotStartWithoutATopic(String topic) {
    Settings settings = new Settings(topic, Optional.empty());

    assertThatIllegalArgumentException().isThrownBy(() -> SnsTrust.inboundMail(settings));
  }

  private record Settings(String topicArn, Optional<String> certificatePrefix)
      implements SnsConfig {
    @Override
    public String eventsTopicArn() {
      return TOPIC;
    }

    @Override
    public String certificateCommonName() {
      return "sns.amazonaws.com";
    }

    @Override
    public boolean allowSignatureV1() {
      return false;
    }

    @Override
    public Duration maxAge() {
      return Duration.ofDays(14);
    }
  }
}
