package org.aliasrelay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What owners may choose to have done with the text of their mail. */
@WithRelay
class WishesIT {
  private static final String PIXEL =
      "<img src=\"https://shop.us1.list-manage.com/track/open.php?u=1\" width=\"1\" height=\"1\">";

  private static final String PICTURE =
      "<img src=\"https://cdn.shop.example/picture.png\" width=\"600\" height=\"200\">";

  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  private record Sent(Letter letter, byte[] bytes) {}

  private static String newsletter(String html) {
    return """
    Content-Type: multipart/alternative; boundary=b

    --b
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: 8bit

    Grüße

    --b
    Content-Type: text/html; charset=utf-8
    Content-Transfer-Encoding: 8bit

    <html><body>%s</body></html>

    --b--
    """
        .formatted(html);
  }

  private static Sent send(World world, JsonNode alias, String content) {
    Letter letter = Letter.from("bea");
    String address = alias.path("full_address").asText();
    byte[] bytes =
        """
        From: <%s>
        To: <%s>
        Subject: %s
        Message-ID: <%s@shop.example>
        MIME-Version: 1.0
        %s\
        """
            .formatted(letter.sender(), address, letter.subject(), UUID.randomUUID(), content)
            .replaceAll("\r?\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8);
    world.postOffice().send(letter.sender(), bytes, address);
    return new Sent(letter, bytes);
  }

  private static Received awaited(World world, Owner owner, Sent sent) {
    return world.inbox().await(owner.primary(), sent.letter().subject());
  }

  private static String text(Received mail) {
    return new String(mail.body(), StandardCharsets.UTF_8);
  }

  @Test
  void whoWishesForNothingGetsTheBodyAsItWas(World world) {
    Owner owner = Owner.signUp(world);
    Sent sent = send(world, owner.newAlias(), newsletter(PIXEL));
    assertThat(awaited(world, owner, sent).body()).isEqualTo(Received.bodyOf(sent.bytes()));
  }

  @Test
  void theLineNamesTheAliasInBothTexts(World world) {
    Owner owner = Owner.signUp(world);
    JsonNode alias = owner.newAlias();
    owner.choose(Map.of("banner", true));
    String text = text(awaited(world, owner, send(world, alias, newsletter(PIXEL))));
    assertThat(text.split(alias.path("full_address").asText(), -1)).hasSize(3);
    assertThat(text).contains("Grüße").contains(PIXEL);
  }

  @Test
  void trackersAreTakenOutAndCounted(World world) {
    Owner owner = Owner.signUp(world);
    JsonNode alias = owner.newAlias();
    owner.choose(Map.of("remove_level_one_email_trackers", true));
    Sent sent = send(world, alias, newsletter(PIXEL + PICTURE + PIXEL));
    assertThat(text(awaited(world, owner, sent)))
        .isEqualTo(
            new String(Received.bodyOf(sent.bytes()), StandardCharsets.UTF_8)
                .replace(PIXEL, "<!---->"));
    await("the count")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(owner.alias(alias).path("num_level_one_trackers_blocked").asLong())
                    .isEqualTo(2));
    assertThat(owner.profile().path("level_one_trackers_blocked").asLong()).isEqualTo(2);
  }

  @Test
  void signedMailIsAsItWasSigned(World world) {
    Owner owner = Owner.signUp(world);
    JsonNode alias = owner.newAlias();
    owner.choose(Map.of("banner", true, "remove_level_one_email_trackers", true));
    String signed =
        """
        Content-Type: multipart/signed; boundary=s; protocol="application/pgp-signature"

        --s
        Content-Type: text/html

        %s
        --s
        Content-Type: application/pgp-signature

        x
        --s--
        """
            .formatted(PIXEL);
    Sent sent = send(world, alias, signed);
    assertThat(awaited(world, owner, sent).body()).isEqualTo(Received.bodyOf(sent.bytes()));
  }
}
