package org.aliasrelay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the owner is told about mail that did not get through. */
@WithRelay
class NoticesIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void refusedReplyIsExplainedOnceAndWithoutItsContent(World world) {
    Owner owner = Owner.signUp(world);
    JsonNode alias = owner.newAlias();
    String reverse =
        owner
            .post(alias, "contacts/", Map.of("address", "bea@shop.example"))
            .path("reverse_alias")
            .asText();
    Letter unproven =
        Letter.from("x")
            .by(owner.primary())
            .with("X-Local-Verdicts: spf=FAIL, dkim=FAIL, dmarc=FAIL, policy=none");

    world.postOffice().send(owner.primary(), unproven.to(reverse), reverse);
    world.postOffice().send(owner.primary(), unproven.to(reverse), reverse);

    List<String> subjects =
        Awaitility.await("a notice")
            .atMost(PATIENCE)
            .until(() -> world.inbox().subjects(owner.primary()), all -> !all.isEmpty());
    try (Backstage backstage = world.backstage()) {
      backstage.awaitSilence();
    }
    assertThat(world.inbox().subjects(owner.primary())).hasSize(1);
    Received notice = world.inbox().await(owner.primary(), subjects.getFirst());
    assertThat(notice.field("Auto-Submitted")).startsWith("auto-");
    assertThat(notice.lowerCase()).doesNotContain(unproven.subject().toLowerCase(Locale.ROOT));
  }
}
