package org.aliasrelay.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aliasrelay.local.mailbox.MailboxPages.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailboxPagesTest {
  private static final String EVIL = "\"><script>evil()</script><img src=x onerror='evil()'>";
  private static final StoredMail HOSTILE =
      new StoredMail("1-1", EVIL, EVIL, EVIL, Instant.EPOCH, 1);

  @Test
  void escapesWhatSendersWroteInTheList() {
    harmless(MailboxPages.list(List.of(HOSTILE), Optional.of(EVIL)));
  }

  @ParameterizedTest
  @EnumSource
  void escapesWhatSendersWroteInEveryTab(Tab tab) {
    String message =
        """
        Subject: %1$s
        X-%1$s: %1$s
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        %1$s
        --b
        Content-Type: application/octet-stream
        Content-Disposition: attachment; filename*=UTF-8''%%22%%3E%%3Cscript%%3Eevil()%%3C/script%%3E

        %1$s
        --b--
        """
            .formatted(EVIL)
            .replace("\n", "\r\n");

    harmless(MailboxPages.message(HOSTILE, message.getBytes(StandardCharsets.US_ASCII), tab));
  }

  @Test
  void neverPutsHtmlOfAMessageInThePage() {
    String message = "Content-Type: text/html\r\n\r\n<b>own page only</b>";

    assertThat(
            MailboxPages.message(HOSTILE, message.getBytes(StandardCharsets.US_ASCII), Tab.MESSAGE))
        .contains("<iframe sandbox title")
        .doesNotContain("own page only");
  }

  @Test
  void showsNoCharactersThatTurnTheText() {
    assertThat(Html.escape("a\u202Eb\u2066c\u0000d")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
  }

  private static void harmless(String page) {
    assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>", "<img", "\"\">");
  }
}
