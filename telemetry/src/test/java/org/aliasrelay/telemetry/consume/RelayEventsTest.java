package org.aliasrelay.telemetry.consume;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import org.aliasrelay.queue.Disposition;
import org.aliasrelay.queue.Disposition.Done;
import org.aliasrelay.queue.Disposition.Poison;
import org.aliasrelay.queue.Disposition.Unavailable;
import org.aliasrelay.queue.QueueMessage;
import org.aliasrelay.queue.WireMessages;
import org.aliasrelay.telemetry.count.CountsUnavailableException;
import org.aliasrelay.telemetry.count.InMemoryCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayEventsTest {
  private final InMemoryCounts counts = new InMemoryCounts();
  private final RelayEvents events = new RelayEvents(new WireMessages(new ObjectMapper()), counts);

  @Test
  void countsAnEvent() throws CountsUnavailableException {
    assertThat(handle(event("one"))).isEqualTo(new Done());

    assertThat(counts.totals(LocalDate.MAX)).containsEntry("relay.mail_admitted", 1L);
  }

  @Test
  void isDoneWithARepeatedEvent() throws CountsUnavailableException {
    handle(event("one"));

    assertThat(handle(event("one"))).isEqualTo(new Done());
    assertThat(counts.totals(LocalDate.MAX)).containsEntry("relay.mail_admitted", 1L);
  }

  @Test
  void waitsForItsDatabase() {
    counts.stop();

    assertThat(handle(event("one"))).isEqualTo(new Unavailable("PostgreSQL"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "not JSON",
        "{\"version\":2,\"id\":\"one\",\"kind\":\"MAIL_ADMITTED\"}",
        "{\"version\":1,\"id\":\"one\",\"kind\":\"MAIL_READ\"}",
        "{\"version\":1,\"id\":\"\",\"kind\":\"MAIL_ADMITTED\"}",
        "{\"version\":1,\"id\":\"ada@mailbox.test\",\"kind\":\"MAIL_ADMITTED\"}",
        "{\"version\":1,\"id\":\"a\\u0000b\",\"kind\":\"MAIL_ADMITTED\"}",
        "{\"version\":1,\"id\":\"one\"}",
        "{\"version\":1,\"kind\":\"MAIL_ADMITTED\"}"
      })
  void buriesWhatIsNoEvent(String body) throws CountsUnavailableException {
    assertThat(handle(body)).isInstanceOf(Poison.class);
    assertThat(counts.totals(LocalDate.MAX)).isEmpty();
  }

  private Disposition handle(String body) {
    return events.handle(new QueueMessage("1", body, 1));
  }

  private static String event(String id) {
    return "{\"version\":1,\"id\":\"" + id + "\",\"kind\":\"MAIL_ADMITTED\"}";
  }
}
