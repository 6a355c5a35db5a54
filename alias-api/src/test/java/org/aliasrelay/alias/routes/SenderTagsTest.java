package org.aliasrelay.alias.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.aliasrelay.alias.contract.EmailAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTagsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "prvs=0734f52e1a=ann@mailbox.test",
        "PRVS=0734f52e1a=Ann@mailbox.test",
        "btv1==5187a1d3c2e==ann@mailbox.test",
        "msprvs1=18293abcdefgh=ann@mailbox.test",
        "ann@mailbox.test",
      })
  void findsTheUserUnderTheTag(String sender) {
    assertThat(SenderTags.without(EmailAddress.of(sender)))
        .isEqualTo(EmailAddress.of("ann@mailbox.test"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prvs=ann@mailbox.test",
        "prvs==ann@mailbox.test",
        "prvs=tag=@mailbox.test",
        "other=tag=ann@mailbox.test",
        "ann+prvs=tag=x@mailbox.test",
      })
  void leavesAnyOtherSenderAsItIs(String sender) {
    assertThat(SenderTags.without(EmailAddress.of(sender))).isEqualTo(EmailAddress.of(sender));
  }
}
