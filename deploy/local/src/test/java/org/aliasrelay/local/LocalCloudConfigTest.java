package org.aliasrelay.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalCloudConfigTest {

  private final Map<String, String> environment =
      new HashMap<>(Map.of("LOCAL_CLOUD_DATABASE_PASSWORD", "secret"));

  @Test
  void usesThePortsOfTheReadmeWhenNothingIsSet() {
    var config = LocalCloudConfig.from(environment);

    assertThat(config.awsPort()).isEqualTo(4566);
    assertThat(config.smtpPort()).isEqualTo(2525);
    assertThat(config.mailboxPort()).isEqualTo(8025);
    assertThat(config.imapPort()).isEqualTo(1143);
    assertThat(config.accountsPort()).isEqualTo(9000);
    assertThat(config.databasePort()).isEqualTo(54320);
    assertThat(config.host()).isEqualTo("127.0.0.1");
    assertThat(config.parentPid()).isEmpty();
  }

  @Test
  void refusesToInventAPassword() {
    environment.remove("LOCAL_CLOUD_DATABASE_PASSWORD");

    assertRefused("LOCAL_CLOUD_DATABASE_PASSWORD is not set");
  }

  @Test
  void namesTheVariableOfABadPort() {
    environment.put("LOCAL_CLOUD_SMTP_PORT", "smtp");
    assertRefused("LOCAL_CLOUD_SMTP_PORT is not a port number");

    environment.put("LOCAL_CLOUD_SMTP_PORT", "65536");
    assertRefused("LOCAL_CLOUD_SMTP_PORT is not between 1 and 65535");
  }

  @Test
  void takesTheRoomItNeedsFromWhoStartsIt() {
    assertThat(LocalCloudConfig.from(environment).room()).isZero();

    environment.put("LOCAL_CLOUD_ROOM", "64000000");
    assertThat(LocalCloudConfig.from(environment).room()).isEqualTo(64_000_000);

    environment.put("LOCAL_CLOUD_ROOM", "much");
    assertRefused("LOCAL_CLOUD_ROOM is not a number");
  }

  private void assertRefused(String message) {
    assertThatExceptionOfType(StartException.class)
        .isThrownBy(() -> LocalCloudConfig.from(environment))
        .withMessage(message);
  }
}
