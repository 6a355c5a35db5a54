package org.aliasrelay.forward.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which identifiers of an answer the other side knows; both may be at the same provider. */
class ReferencesTest {
  @ParameterizedTest
  @CsvSource({
    // An answer, with and without what it answers to among the references.
    "<s1@amazonses.com>, <a@mailbox.test> <s1@amazonses.com>, <a@mailbox.test>",
    "<s1@eu-west-1.amazonses.com>, <a@mailbox.test> <b@mailbox.test>,"
        + " <a@mailbox.test> <b@mailbox.test>",
    // The owner writes again, once and twice.
    "<o1@mailbox.test>, <a@shop.example> <s1@amazonses.com> <o1@mailbox.test>, <a@shop.example>",
    "<o2@mailbox.test>, <a@mailbox.test> <s1@amazonses.com> <o1@mailbox.test> <o2@mailbox.test>,"
        + " <a@mailbox.test>",
    // The owner writes again to her own first mail.
    "<o1@mailbox.test>, <o1@mailbox.test>, ''",
    // Nothing says what it answers to: the last reference does.
    "'', <o1@mailbox.test>, ''",
    "'', <a@shop.example> <s1@amazonses.com>, <a@shop.example>",
    // A thread that did not come through the relay.
    "<b@firm.example>, <o1@pc.mailbox.test> <b@firm.example>, <b@firm.example>",
  })
  void answerNamesWhatTheOtherSideHasSeen(String inReplyTo, String references, String known)
      throws Exception {
    Head head =
        Heads.of("In-Reply-To: " + inReplyTo + "\r\nReferences: " + references + "\r\n\r\n");

    assertThat(String.join(" ", References.answered(head, "mailbox.test", true))).isEqualTo(known);
  }
}
