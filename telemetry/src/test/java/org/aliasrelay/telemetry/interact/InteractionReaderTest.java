package org.aliasrelay.telemetry.interact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.aliasrelay.telemetry.contract.InteractionEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InteractionReaderTest {
  @ParameterizedTest
  @EnumSource
  void readsEveryEventOfTheList(InteractionEvent event) {
    assertThat(InteractionReader.read(bytes("{\"event\":\"" + event.wireName() + "\"}")))
        .contains(event);
  }

  @Test
  void ignoresEverythingElseInTheBody() {
    assertThat(InteractionReader.read(bytes("{\"who\":\"ada\",\"event\":\"alias_created\"}")))
        .contains(InteractionEvent.ALIAS_CREATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "{\"event\":null}",
        "{\"event\":0}",
        "{\"event\":[\"alias_created\"]}",
        "{\"event\":\"SIGN_UP_CLICKED\"}",
        "{\"event\":\"sign_up_clicked \"}",
        "{\"event\":\"read_a_mail\"}",
        "{\"event\":\"alias_created\"} x",
        "{\"event\":\"alias_created\""
      })
  void readsNothingElse(String body) {
    assertThat(InteractionReader.read(bytes(body))).isEmpty();
  }

  @Property
  void neverThrows(@ForAll byte[] body) {
    assertThat(InteractionReader.read(body)).isEmpty();
  }

  @Property
  void knowsOnlyTheNamesOfTheList(@ForAll String name) {
    boolean onTheList =
        Stream.of(InteractionEvent.values()).anyMatch(event -> event.wireName().equals(name));

    assertThat(InteractionEvent.named(name).isPresent()).isEqualTo(onTheList);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
