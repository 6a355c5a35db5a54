package org.aliasrelay.alias.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.RefusalReason;
import org.aliasrelay.alias.contract.RouteToken;
import org.junit.jupiter.api.Test;

class DeliveryPolicyTest {
  private static final EmailAddress PRIMARY = EmailAddress.of("ann@mailbox.test");
  private static final EmailAddress STRANGER = EmailAddress.of("eve@sender.test");

  @Test
  void sendsAnAbsenceNoteOfTheOwner() {
    assertThat(DeliveryPolicy.reply(from(PRIMARY, true, true), PRIMARY, true, true)).isEmpty();
  }

  @Test
  void takesNothingButAbsenceNotesFromTheNullSender() {
    assertThat(DeliveryPolicy.reply(from(PRIMARY, true, false), PRIMARY, true, true))
        .contains(RefusalReason.NOT_THE_OWNER);
    assertThat(DeliveryPolicy.reply(from(PRIMARY, true, false), PRIMARY, false, true)).isEmpty();
  }

  @Test
  void takesNoAbsenceNoteThatNothingProves() {
    assertThat(DeliveryPolicy.reply(from(PRIMARY, false, true), PRIMARY, true, true))
        .contains(RefusalReason.NOT_AUTHENTICATED);
  }

  @Test
  void takesNoAbsenceNoteOfAStranger() {
    assertThat(DeliveryPolicy.reply(from(STRANGER, true, true), PRIMARY, true, true))
        .contains(RefusalReason.NOT_THE_OWNER);
  }

  @Test
  void saysThatAReplyIsFromAnotherAddress() {
    EmailAddress other = EmailAddress.of("ann+shop@mailbox.test");

    assertThat(DeliveryPolicy.reply(from(other, true, false), PRIMARY, false, true))
        .contains(RefusalReason.NOT_FROM_PRIMARY);
  }

  @Test
  void takesNoAbsenceNoteThroughADisabledAlias() {
    assertThat(DeliveryPolicy.reply(from(PRIMARY, true, true), PRIMARY, true, false))
        .contains(RefusalReason.ALIAS_DISABLED);
  }

  private static DeliveryRequest from(
      EmailAddress author, boolean authenticated, boolean automatic) {
    return new DeliveryRequest(
        "mail-1",
        new RouteToken("token"),
        List.of(author),
        List.of(),
        List.of(),
        authenticated,
        false,
        automatic,
        false);
  }
}
