package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.aliasrelay.forward.deliver.Composing;
import org.aliasrelay.forward.deliver.Composing.Composed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By lists of their own, which know nothing of those in the code. */
class FieldRulesTest {
  private static String forwarded(String fields) {
    String message = "From: ann@shop.example\r\n" + fields + "\r\nhi\r\n";
    return switch (Composing.forward(message.getBytes(ISO_8859_1))) {
      case Composed.Message(byte[] bytes) -> new String(bytes, ISO_8859_1);
      case Composed.Ended(var reason) -> throw new AssertionError(reason.name());
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // How it came.
        "Return-Path",
        "Received",
        "Received-SPF",
        "Delivered-To",
        "Envelope-To",
        "Errors-To",
        "Sender",
        "Bcc",
        "Resent-From",
        "Resent-To",
        "Resent-Message-ID",
        "Apparently-To",
        "X-Original-To",
        "X-Delivered-To",
        "X-Envelope-To",
        "X-Envelope-From",
        "X-Received",
        "X-Forwarded-To",
        "X-Forwarded-For",
        "X-Originating-IP",
        "X-Original-Sender",
        "X-MS-Exchange-Organization-AuthAs",
        "Content-Length",
        "Status",
        "X-UIDL",
        // What was proved of it.
        "DKIM-Signature",
        "DomainKey-Signature",
        "Authentication-Results",
        "ARC-Seal",
        "ARC-Message-Signature",
        "ARC-Authentication-Results",
        "X-Google-DKIM-Signature",
        // What SES and this relay say themselves.
        "X-SES-CONFIGURATION-SET",
        "X-SES-Spam-Verdict",
        // What makes a mail program write past the relay.
        "Disposition-Notification-To",
        "Disposition-Notification-Options",
        "Return-Receipt-To",
        "Read-Receipt-To",
        "Return-Receipt-Requested",
        "X-Confirm-Reading-To",
        "X-PMRQC",
        "Generate-Delivery-Report",
        "Notice-Requested-Upon-Delivery-To",
        "Mail-Followup-To",
        "Mail-Reply-To",
        "Mail-Copies-To",
        "Followup-To",
        "X-Reply-To",
      })
  void goNoFurther(String name) {
    for (String written : new String[] {name, name.toUpperCase(Locale.ROOT), name + " "}) {
      assertThat(forwarded(written + ": canary <c@canary.example>\r\n")).doesNotContain("canary");
    }
    assertThat(forwarded("X-Alias-Relay-From: canary\r\nX-Alias-Relay-Suspect: canary\r\n"))
        .doesNotContain("canary");
  }

  /** SES refuses a message in which one of them stands twice. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject",
        "Date",
        "Message-ID",
        "In-Reply-To",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
        "Content-Disposition",
        "Content-Language",
        "List-Id",
        "List-Unsubscribe-Post",
        "List-Help",
        "Thread-Topic",
        "Thread-Index",
        "Auto-Submitted",
        "Precedence",
        "Importance",
        "Priority",
        "Sensitivity",
        "Organization",
        "Keywords",
        "Comments",
        "User-Agent",
        "Archived-At",
      })
  void standOnce(String name) {
    String sent =
        forwarded(name + ": <https://a.example/1>\r\n" + name + ": <https://a.example/2>\r\n");
    assertThat(sent.lines().filter(line -> line.startsWith(name + ":"))).hasSize(1);
    assertThat(sent).contains("https://a.example/1").doesNotContain("https://a.example/2");
  }
}
