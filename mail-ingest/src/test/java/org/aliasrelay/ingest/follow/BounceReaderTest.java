package org.aliasrelay.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BounceReaderTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({
    "5.1.1, HARD_BOUNCE",
    "5.1.2, HARD_BOUNCE",
    "5.1.10, HARD_BOUNCE",
    "5.1.7, MESSAGE_BOUNCE",
    "5.1.8, MESSAGE_BOUNCE",
    "5.2.0, MESSAGE_BOUNCE",
    "5.2.1, HARD_BOUNCE",
    "5.2.2, SOFT_BOUNCE",
    "5.2.3, MESSAGE_BOUNCE",
    "5.3.0, SOFT_BOUNCE",
    "5.3.4, MESSAGE_BOUNCE",
    "5.4.4, SOFT_BOUNCE",
    "5.5.0, MESSAGE_BOUNCE",
    "5.6.1, MESSAGE_BOUNCE",
    "5.7.1, MESSAGE_BOUNCE",
    "5.7.509, MESSAGE_BOUNCE",
  })
  void statusTellsTheMailboxFromTheMessage(String status, SendEvent.What what) {
    assertThat(read("Permanent", "General", status, null)).isEqualTo(what);
  }

  @ParameterizedTest
  @CsvSource({
    "smtp; 550 5.7.1 message refused as spam, MESSAGE_BOUNCE",
    "'smtp; 550-5.7.26 unauthenticated, see http://192.0.2.1/', MESSAGE_BOUNCE",
    "smtp; 550 5.1.1 <5.7.1@example.org> unknown, HARD_BOUNCE",
    "smtp; 552 too much mail data, MESSAGE_BOUNCE",
    "smtp; 554 transaction failed, MESSAGE_BOUNCE",
    "smtp; 550 no such user, HARD_BOUNCE",
    "smtp; 550 This message scored 9.9 points, MESSAGE_BOUNCE",
    "smtp; 550 listed on our blocklist, MESSAGE_BOUNCE",
    "smtp; 550 host 10.5.7.1 is unhappy, HARD_BOUNCE",
    "unknown, HARD_BOUNCE",
  })
  void providersWordsAreReadWhereTheStatusSaysNothing(String diagnostic, SendEvent.What what) {
    assertThat(read("Permanent", "General", "5.0.0", diagnostic)).isEqualTo(what);
    assertThat(read("Permanent", "General", null, diagnostic)).isEqualTo(what);
  }

  @ParameterizedTest
  @CsvSource({
    "Permanent, NoEmail, 5.7.1, HARD_BOUNCE",
    "Permanent, Suppressed, 5.1.1, SUPPRESSED",
    "Permanent, OnAccountSuppressionList, 5.1.1, SUPPRESSED",
    "Permanent, ContentRejected, 5.1.1, MESSAGE_BOUNCE",
    "Transient, ContentRejected, 4.7.1, MESSAGE_BOUNCE",
    "Transient, General, 5.1.1, SOFT_BOUNCE",
    "Undetermined, Undetermined, 5.1.1, SOFT_BOUNCE",
  })
  void sesOwnWordComesFirst(String type, String subType, String status, SendEvent.What what) {
    assertThat(read(type, subType, status, null)).isEqualTo(what);
  }

  @Test
  void answerOfAnAbsentOwnerIsNoBounce() {
    assertThat(read("Transient", "General", null, null)).isEqualTo(SendEvent.What.TAKEN);
    assertThat(read("Transient", "MailboxFull", null, null)).isEqualTo(SendEvent.What.SOFT_BOUNCE);
    assertThat(read("Undetermined", "General", null, null)).isEqualTo(SendEvent.What.SOFT_BOUNCE);
    assertThat(read("Transient", "General", null, "smtp; 451 try again"))
        .isEqualTo(SendEvent.What.SOFT_BOUNCE);
  }

  @Test
  void permanentBounceThatSaysNothingIsHard() {
    ObjectNode bounce = JSON.createObjectNode();
    bounce.put("bounceType", "Permanent").put("bounceSubType", "General");

    assertThat(BounceReader.read(bounce)).isEqualTo(SendEvent.What.HARD_BOUNCE);
    bounce.putArray("bouncedRecipients").addNull();
    assertThat(BounceReader.read(bounce)).isEqualTo(SendEvent.What.HARD_BOUNCE);
  }

  private static SendEvent.What read(
      String type, String subType, @Nullable String status, @Nullable String diagnostic) {
    ObjectNode bounce = JSON.createObjectNode();
    bounce.put("bounceType", type).put("bounceSubType", subType);
    bounce
        .putArray("bouncedRecipients")
        .addObject()
        .put("emailAddress", "a@b.example")
        .put("status", status)
        .put("diagnosticCode", diagnostic);
    return BounceReader.read(bounce);
  }
}
