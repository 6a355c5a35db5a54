package org.aliasrelay.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aliasrelay.launcher.CommandLine.Reading;
import org.aliasrelay.launcher.stack.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @Test
  void readsUpWithAllItsOptions() {
    assertThat(read("up", "-d", "--port-offset", "100", "--home", "/tmp/x"))
        .isEqualTo(
            new Reading.Understood(
                new Command.Up(true, OptionalInt.of(100)), Optional.of(Path.of("/tmp/x"))));
  }

  @Test
  void staysInTheForegroundUnlessTold() {
    assertThat(read("up"))
        .isEqualTo(
            new Reading.Understood(new Command.Up(false, OptionalInt.empty()), Optional.empty()));
  }

  @Test
  void knowsAPartByItsShortNameToo() {
    assertThat(read("logs", "api", "-f"))
        .isEqualTo(
            new Reading.Understood(
                new Command.Logs(Optional.of(Part.ALIAS_API), true), Optional.empty()));
  }

  @Test
  void readsWhatToSendToWhom() {
    assertThat(read("send", "a.eml", "--to", "x@relay.test", "--from", "y@shop.example"))
        .isEqualTo(
            new Reading.Understood(
                new Command.Send(
                    Optional.of(Path.of("a.eml")),
                    Optional.of("x@relay.test"),
                    Optional.of("y@shop.example")),
                Optional.empty()));
  }

  @Test
  void helpsWhenNothingIsAsked() {
    assertThat(read()).isEqualTo(new Reading.Understood(new Command.Help(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frobnicate",
        "up --port-offset",
        "up --port-offset many",
        "up --quickly",
        "down now",
        "status --home",
        "logs no-such-part",
        "send a.eml b.eml"
      })
  void refusesWhatItDoesNotUnderstand(String line) {
    assertThat(read(line.split(" ", -1))).isInstanceOf(Reading.Misused.class);
  }

  private static Reading read(String... arguments) {
    return CommandLine.read(List.of(arguments));
  }
}
