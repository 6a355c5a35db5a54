package org.aliasrelay.alias.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes over the wire is what the golden files say: a change shows as a difference there. */
class GoldenMessagesTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new ParameterNamesModule())
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final RouteToken TOKEN = new RouteToken("dG9rZW4tMTIz");
  private static final EmailAddress OWNER = EmailAddress.of("ada@mailbox.test");
  private static final EmailAddress ALIAS = EmailAddress.of("kx7mqd9rzt2w@relay.test");
  private static final EmailAddress SHOP = EmailAddress.of("shop@sender.test");
  private static final ReverseAlias REVERSE =
      new ReverseAlias(SHOP, EmailAddress.of("abcdefghijklmnopqrstuvwxyz234567@relay.test"));

  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(
            "alias-activity",
            AliasActivity.class,
            AliasActivity.of("mail-1", TOKEN, AliasActivity.Kind.FORWARDED)),
        Arguments.of(
            "alias-activity-blocked",
            AliasActivity.class,
            AliasActivity.blocked("mail-1", TOKEN, LossReason.SPAM)),
        Arguments.of(
            "alias-activity-trackers",
            AliasActivity.class,
            AliasActivity.forwarded("mail-1", TOKEN, 3)),
        Arguments.of("notice-due", NoticeDue.class, NoticeDue.of("3f0d-77")),
        Arguments.of("notice-request", NoticeRequest.class, new NoticeRequest("3f0d-77")),
        Arguments.of(
            "notice-tell",
            NoticePlan.class,
            new NoticePlan.Tell(
                OWNER, "Two mails did not arrive", "Dear Ada,\n", "en", "lane-1", TOKEN)),
        Arguments.of("notice-withdrawn", NoticePlan.class, new NoticePlan.Withdrawn()),
        Arguments.of(
            "route-request",
            RouteRequest.class,
            new RouteRequest("mail-1", ALIAS, SHOP, false, false, true)),
        Arguments.of(
            "route-request-null-sender",
            RouteRequest.class,
            new RouteRequest("mail-1", ALIAS, null, true, true, false)),
        Arguments.of(
            "route-forward", Route.class, new Route.Forward(TOKEN, SuspectMail.KEEP_OUT, 30, true)),
        Arguments.of("route-reply", Route.class, new Route.Reply(TOKEN)),
        Arguments.of(
            "route-blocked", Route.class, new Route.Blocked(TOKEN, BlockReason.ALIAS_DISABLED)),
        Arguments.of("route-unknown", Route.class, new Route.Unknown()),
        Arguments.of(
            "delivery-request",
            DeliveryRequest.class,
            new DeliveryRequest(
                "mail-1",
                TOKEN,
                List.of(SHOP),
                List.of(),
                List.of(OWNER),
                true,
                true,
                false,
                false)),
        Arguments.of(
            "plan-forward",
            DeliveryPlan.class,
            new DeliveryPlan.Forward(
                OWNER, ALIAS, List.of(REVERSE), new BodyWishes(true, false, "de"), "lane-1", true)),
        Arguments.of(
            "plan-reply",
            DeliveryPlan.class,
            new DeliveryPlan.Reply(SHOP, ALIAS, OWNER, List.of(REVERSE), "lane-1")),
        Arguments.of(
            "plan-refused",
            DeliveryPlan.class,
            new DeliveryPlan.Refused(RefusalReason.NOT_AUTHENTICATED)));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void isReadFromItsGoldenFile(String name, Class<?> type, Object message) throws IOException {
    assertThat(JSON.readValue(golden(name), type)).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void isWrittenAsItsGoldenFile(String name, Class<?> type, Object message) throws IOException {
    assertThat(JSON.readTree(JSON.writerFor(type).writeValueAsString(message)))
        .isEqualTo(JSON.readTree(golden(name)));
  }

  @Test
  void ignoresUnknownMembers() throws JsonProcessingException {
    assertThat(JSON.readValue("{\"route\":\"unknown\",\"new\":1}", Route.class))
        .isEqualTo(new Route.Unknown());
  }

  @Test
  void readsAnActivityThatSaysNothingOfTrackers() throws JsonProcessingException {
    assertThat(
            JSON.readValue(
                "{\"version\":1,\"mailId\":\"mail-1\",\"token\":\"dG9rZW4tMTIz\",\"kind\":\"FORWARDED\"}",
                AliasActivity.class))
        .isEqualTo(AliasActivity.of("mail-1", TOKEN, AliasActivity.Kind.FORWARDED));
  }

  @Test
  void refusesAnUnknownRoute() {
    assertThatThrownBy(() -> JSON.readValue("{\"route\":\"teleport\"}", Route.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  private static byte[] golden(String name) throws IOException {
    try (InputStream file =
        GoldenMessagesTest.class.getResourceAsStream("/golden/" + name + ".json")) {
      return Objects.requireNonNull(file, name).readAllBytes();
    }
  }
}
