package org.aliasrelay.local.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeaderSummaryTest {
  private static final int LIMIT = 10 * 1024;

  @Test
  void keepsHeadersOfExactlyTenKilobytes() {
    var mail = summary(fieldOf(LIMIT / 2) + fieldOf(LIMIT / 2));

    assertThat(mail.getBoolean("headersTruncated")).isFalse();
    assertThat(mail.getJsonArray("headers")).hasSize(2);
  }

  @Test
  void cutsHeadersAfterTenKilobytes() {
    var mail = summary(fieldOf(LIMIT) + "Subject: late\r\n");

    assertThat(mail.getBoolean("headersTruncated")).isTrue();
    assertThat(mail.getJsonArray("headers")).hasSize(1);
    assertThat(mail.getJsonObject("commonHeaders").containsKey("subject")).isFalse();
  }

  @Test
  void decodesTheSubjectInCommonHeadersOnly() {
    var mail = summary("Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\n");

    assertThat(mail.getJsonObject("commonHeaders").getString("subject")).isEqualTo("Grüße");
    assertThat(mail.getJsonArray("headers").getJsonObject(0).getString("value"))
        .isEqualTo("=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=");
  }

  @Test
  void listsEachMailboxOfAnAddressField() {
    var mail = summary("To: \"B, C\" <b@c.test>, d@e.test\r\n");

    assertThat(mail.getJsonObject("commonHeaders").getJsonArray("to"))
        .containsExactly("\"B, C\" <b@c.test>", "d@e.test");
  }

  private static JsonObject summary(String header) {
    var message = RawMessage.parse((header + "\r\n").getBytes(StandardCharsets.US_ASCII));
    var mail = new JsonObject();
    HeaderSummary.addTo(mail, message.fields(), "sender@b.test");
    return mail;
  }

  private static String fieldOf(int octets) {
    return "X-Long: " + "x".repeat(octets - 10) + "\r\n";
  }
}
