package org.aliasrelay.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SelectionTest {

  private static String named(String wishes) {
    return String.join(
        " ", Selection.of(wishes).courses().stream().map(Selection.Course::toString).toList());
  }

  @Test
  void nothingIsWishedFor() {
    assertThat(Selection.of("").isEmpty()).isTrue();
  }

  @Test
  void serviceIsTriedInEveryPass() {
    assertThat(named("mail-ingest"))
        .isEqualTo("mail-ingest:forward mail-ingest:wait mail-ingest:reply mail-ingest:bounce");
  }

  @Test
  void passIsTriedInEveryService() {
    assertThat(named("reply"))
        .isEqualTo("forwarder:reply mail-ingest:reply alias-api:reply telemetry:reply");
  }

  @Test
  void severalWishesAreTriedOnceEach() {
    assertThat(named("alias-api:bounce,forwarder:reply,alias-api:bounce"))
        .isEqualTo("forwarder:reply alias-api:bounce");
  }

  @Test
  void allIsEveryServiceInEveryPass() {
    assertThat(Selection.of("all").courses()).hasSize(16).doesNotHaveDuplicates();
  }

  @Test
  void whatThereIsNotIsRefused() {
    assertThatThrownBy(() -> Selection.of("forwarder:replies"))
        .hasMessageContaining("forwarder:replies");
  }
}
