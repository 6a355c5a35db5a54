package org.aliasrelay.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
  @TempDir Path folder;

  @Test
  void areTheStandardOnesWithoutSettings() throws Exception {
    Ports ports = ports(Map.of(), OptionalInt.empty());
    assertThat(ports.http(Port.API)).isEqualTo("http://127.0.0.1:8080");
    assertThat(ports.hostAndPort(Port.SMTP)).isEqualTo("127.0.0.1:2525");
  }

  @Test
  void offsetMovesAllThatHaveNoSettingOfTheirOwn() throws Exception {
    Ports ports = ports(Map.of("RELAY_PORT_API", "9999"), OptionalInt.of(10));
    assertThat(ports.of(Port.API)).isEqualTo(9999);
    assertThat(ports.of(Port.AWS)).isEqualTo(4576);
  }

  @Test
  void environmentGoesBeforeTheFile() throws Exception {
    Files.writeString(settings(), "RELAY_PORT_API=1111\nRELAY_PORT_IMAP=2222\n");
    Ports ports = ports(Map.of("RELAY_PORT_API", "3333"), OptionalInt.empty());
    assertThat(ports.of(Port.API)).isEqualTo(3333);
    assertThat(ports.of(Port.IMAP)).isEqualTo(2222);
  }

  @Test
  void commandLineGoesBeforeTheOffsetSetting() throws Exception {
    Ports ports = ports(Map.of(Ports.OFFSET, "5"), OptionalInt.of(7));
    assertThat(ports.of(Port.API)).isEqualTo(8087);
  }

  @Test
  void refuseOneNumberForTwoThingsAndNameBothSettings() {
    assertThatThrownBy(() -> ports(Map.of("RELAY_PORT_API", "2525"), OptionalInt.empty()))
        .isInstanceOf(Trouble.class)
        .hasMessageContainingAll("2525", "RELAY_PORT_API", "RELAY_PORT_SMTP");
  }

  @Test
  void refuseWhatIsNoPort() {
    assertThatThrownBy(() -> ports(Map.of("RELAY_PORT_API", "http"), OptionalInt.empty()))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("RELAY_PORT_API");
    assertThatThrownBy(() -> ports(Map.of(), OptionalInt.of(60_000)))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("65535");
  }

  @Test
  void surviveOnDiskWhileTheStackRuns() throws Exception {
    Home home = new Home(folder);
    home.create();
    Ports ports = ports(Map.of(), OptionalInt.of(300));
    new PortRecord(home).write(ports);
    assertThat(new PortRecord(home).read()).contains(ports);
  }

  private Ports ports(Map<String, String> environment, OptionalInt offset)
      throws IOException, Trouble {
    return Ports.from(Settings.read(environment, settings()), offset);
  }

  private Path settings() {
    return folder.resolve("settings.properties");
  }
}
