package org.aliasrelay.local.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aliasrelay.local.message.HeaderField;
import org.aliasrelay.local.message.RawMessage;
import org.aliasrelay.local.notify.RecordingTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxTest {
  private static final String BODY = "\r\nbody \u00e9\n\r.\r\n";

  private final SettableClock clock = new SettableClock();
  private final RecordingTopic topic = new RecordingTopic();
  private final RecordingProviders providers = new RecordingProviders();
  private final Journal journal = new Journal();
  private final Quota quota = new Quota(clock);
  private final SuppressionList suppressed = new SuppressionList();
  private final Outbox outbox =
      new Outbox(
          "relay.test", quota, journal, new SesEvents(topic, clock), providers, suppressed, clock);

  private static final class RecordingProviders implements Providers {
    private final Map<String, byte[]> delivered = new LinkedHashMap<>();
    private boolean down;

    @Override
    public void deliver(String returnPath, Address recipient, byte[] content) throws IOException {
      if (down) {
        throw new IOException("down");
      }
      delivered.put(recipient.value(), content);
    }
  }

  @Test
  void writesMessageIdDateAndReturnPathAnew() throws Exception {
    String id =
        send(
            "From: a@relay.test\r\nDate: old\r\nMessage-ID: <old@x>\r\nReturn-Path: <old>\r\n"
                + BODY,
            "x@b.test");

    var message = delivered("x@b.test");
    assertThat(message.fields("Message-ID").map(HeaderField::value))
        .containsExactly("<" + id + "@email.amazonses.com>");
    assertThat(message.fields("Date").map(HeaderField::value))
        .containsExactly("Sun, 22 Nov 2026 10:00:00 +0000");
    assertThat(message.fields("Return-Path").map(HeaderField::value))
        .containsExactly("<" + id + "@mail.relay.test>");
  }

  @Test
  void takesOutControlFieldsAndBcc() throws Exception {
    send(
        "From: a@relay.test\r\nX-SES-CONFIGURATION-SET: s\r\nx-ses-message-tags: a=b\r\n"
            + "Bcc: hidden@b.test\r\nX-Kept: 1\r\n"
            + BODY,
        "x@b.test");

    var message = delivered("x@b.test");
    assertThat(message.fields())
        .extracting(HeaderField::name)
        .contains("X-Kept")
        .noneMatch(name -> name.regionMatches(true, 0, "x-ses-", 0, 6))
        .doesNotContain("Bcc");
  }

  @Test
  void leavesEveryByteOfTheBody() throws Exception {
    send("From: a@relay.test\r\nTo: x@b.test\r\n" + BODY, "x@b.test");

    assertThat(new String(delivered("x@b.test").bytes(), StandardCharsets.ISO_8859_1))
        .endsWith("From: a@relay.test\r\nTo: x@b.test\r\n" + BODY);
  }

  @Test
  void deliversToTheDestinationAndNotToTheHeader() throws Exception {
    send("From: a@relay.test\r\nTo: header@b.test\r\n" + BODY, "x@b.test", "y@b.test");

    assertThat(providers.delivered).containsOnlyKeys("x@b.test", "y@b.test");
  }

  @Test
  void takesRecipientsFromTheHeaderWhereNoDestinationIsGiven() throws Exception {
    send("From: a@relay.test\r\nTo: A <x@b.test>\r\nBcc: y@b.test\r\n" + BODY);

    assertThat(providers.delivered).containsOnlyKeys("x@b.test", "y@b.test");
  }

  @Test
  void anAddressThatRefusedMailForGoodIsNotTriedAgain() throws Exception {
    bounces("x@b.test", "hard");
    send("From: a@relay.test\r\n" + BODY, "x@b.test");
    bounces("x@b.test", "none");
    send("From: a@relay.test\r\n" + BODY, "X@b.test");

    assertThat(providers.delivered).isEmpty();
    assertThat(suppressed.remove("x@B.test")).isTrue();
    send("From: a@relay.test\r\n" + BODY, "x@b.test");
    assertThat(providers.delivered).containsOnlyKeys("x@b.test");
  }

  @Test
  void anAddressThatTakesNoMailNowIsTriedAgain() throws Exception {
    bounces("x@b.test", "soft");
    send("From: a@relay.test\r\n" + BODY, "x@b.test");
    bounces("x@b.test", "none");
    send("From: a@relay.test\r\n" + BODY, "x@b.test");

    assertThat(providers.delivered).containsOnlyKeys("x@b.test");
  }

  @Test
  void whoComplainsHasTheMail() throws Exception {
    bounces("x@b.test", "complaint");
    send("From: a@relay.test\r\n" + BODY, "x@b.test");

    assertThat(providers.delivered).containsOnlyKeys("x@b.test");
    assertThat(suppressed.find("x@b.test")).isEmpty();
  }

  private void bounces(String address, String name) {
    quota.set(
        SendingSettings.of(new JsonObject().put("bounces", new JsonObject().put(address, name))));
  }

  @Test
  void refusesASendToNobody() {
    assertThatThrownBy(() -> send("From: a@relay.test\r\n" + BODY))
        .hasMessage("Missing required parameter 'Destination'.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: a@evil.test\r\n",
        "From: a@relay.test, b@evil.test\r\n",
        "From: a@relay.test\r\nSender: b@evil.test\r\n",
        "From: a@relay.test.evil.test\r\n"
      })
  void refusesASenderThatIsNotVerified(String header) {
    assertThatThrownBy(() -> send(header + BODY, "x@b.test"))
        .isInstanceOfSatisfying(
            SesException.class, e -> assertThat(e.error()).isEqualTo(SesError.MESSAGE_REJECTED))
        .hasMessageStartingWith("Email address is not verified.");
  }

  @Test
  void refusesMailWithoutFrom() {
    assertThatThrownBy(() -> send("To: x@b.test\r\n" + BODY, "x@b.test"))
        .hasMessage("Missing required header 'From'.");
  }

  @Test
  void refusesALocalPartOutsideAscii() {
    assertThatThrownBy(() -> send("From: a@relay.test\r\n" + BODY, "j\u00fcrgen@b.test"))
        .hasMessageStartingWith("Local address contains");
  }

  @Test
  void takesFiftyRecipientsAndNoMore() throws Exception {
    send("From: a@relay.test\r\n" + BODY, recipients(50));

    assertThatThrownBy(() -> send("From: a@relay.test\r\n" + BODY, recipients(51)))
        .hasMessage("Recipient count exceeds 50.");
  }

  @Test
  void reportsASendOnceWithTags() throws Exception {
    String id = send("From: a@relay.test\r\n" + BODY, "x@b.test", "y@b.test");

    assertThat(eventTypes()).containsExactly("Send");
    for (JsonObject event : topic.messages()) {
      var mail = event.getJsonObject("mail");
      assertThat(mail.getString("messageId")).isEqualTo(id);
      assertThat(mail.getJsonObject("tags").getJsonArray("d")).containsExactly("claim-1");
      assertThat(mail.getJsonObject("tags").getJsonArray("ses:configuration-set"))
          .containsExactly("events");
    }
  }

  @Test
  void reportsNothingWithoutAConfigurationSet() throws Exception {
    outbox.send(request("From: a@relay.test\r\n" + BODY, List.of("x@b.test"), Optional.empty()));

    assertThat(topic.messages()).isEmpty();
    assertThat(providers.delivered).hasSize(1);
  }

  @Test
  void sendsAllTheSameWhenEventsCannotBeReported() throws Exception {
    topic.goDown();
    send("From: a@relay.test\r\n" + BODY, "x@b.test");

    assertThat(providers.delivered).hasSize(1);
  }

  @Test
  void bouncesMailForTheSimulator() throws Exception {
    send("From: a@relay.test\r\n" + BODY, "bounce+7@simulator.amazonses.com");

    assertThat(eventTypes()).containsExactly("Send", "Bounce");
    var bounce = topic.messages().getLast().getJsonObject("bounce");
    assertThat(bounce.getString("bounceType")).isEqualTo("Permanent");
    assertThat(bounce.getJsonArray("bouncedRecipients").getJsonObject(0).getString("emailAddress"))
        .isEqualTo("bounce+7@simulator.amazonses.com");
    assertThat(providers.delivered).isEmpty();
  }

  @Test
  void complainsAboutMailForTheSimulator() throws Exception {
    send("From: a@relay.test\r\n" + BODY, "complaint@simulator.amazonses.com");

    assertThat(eventTypes()).containsExactly("Send", "Complaint");
  }

  @Test
  void suppressesMailForTheSimulator() throws Exception {
    send("From: a@relay.test\r\n" + BODY, "suppressionlist@simulator.amazonses.com");

    assertThat(topic.messages().getLast().getJsonObject("bounce").getString("bounceSubType"))
        .isEqualTo("OnAccountSuppressionList");
  }

  @Test
  void takesAVirusAndDropsIt() throws Exception {
    send("From: a@relay.test\r\n\r\n$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*", "x@b.test");

    assertThat(eventTypes()).containsExactly("Send", "Reject");
    assertThat(providers.delivered).isEmpty();
  }

  @Test
  void journalsWhatItTookWithoutAddresses() throws Exception {
    String id = send("From: a@relay.test\r\nSubject: secret\r\n" + BODY, "x@b.test", "y@b.test");

    var entry = journal.json().getJsonObject(0);
    assertThat(entry.getString("id")).isEqualTo(id);
    assertThat(entry.getInteger("destinations")).isEqualTo(2);
    assertThat(entry.getJsonObject("tags").getString("d")).isEqualTo("claim-1");
    assertThat(entry.encode()).doesNotContain("@", "secret");
  }

  @Test
  void journalsNothingItRefused() {
    quota.set(SendingSettings.of(new JsonObject("{\"failNext\":1}")));

    assertThatThrownBy(() -> send("From: a@relay.test\r\n" + BODY, "x@b.test"))
        .isInstanceOf(SesException.class);
    assertThat(journal.json()).isEmpty();
  }

  @Test
  void failsWhenAProviderDoesNotTakeTheMail() {
    providers.down = true;

    assertThatThrownBy(() -> send("From: a@relay.test\r\n" + BODY, "x@b.test"))
        .isInstanceOfSatisfying(
            SesException.class, e -> assertThat(e.error()).isEqualTo(SesError.SERVICE_UNAVAILABLE));
    assertThat(journal.json()).isEmpty();
    assertThat(topic.messages()).as("whoever hears of it keeps it no more").isEmpty();
  }

  private String send(String message, String... destinations) throws SesException {
    return outbox.send(request(message, List.of(destinations), Optional.of("events")));
  }

  private static SendRequest request(
      String message, List<String> destinations, Optional<String> configurationSet) {
    return new SendRequest(
        SendRequest.Api.V2,
        RawMessage.parse(message.getBytes(StandardCharsets.ISO_8859_1)),
        Optional.empty(),
        destinations,
        Map.of("d", "claim-1"),
        configurationSet,
        "127.0.0.1");
  }

  private RawMessage delivered(String recipient) {
    var content = providers.delivered.get(recipient);
    assertThat(content).isNotNull();
    return RawMessage.parse(content == null ? new byte[0] : content);
  }

  private List<String> eventTypes() {
    return topic.messages().stream().map(event -> event.getString("eventType")).toList();
  }

  private static String[] recipients(int count) {
    return IntStream.range(0, count).mapToObj(i -> "x" + i + "@b.test").toArray(String[]::new);
  }
}
