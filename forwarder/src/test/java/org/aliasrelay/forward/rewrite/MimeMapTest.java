package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How much a map may hold of what a stranger can make many of. */
class MimeMapTest {
  private static MimeMap map(String boundary, String body) throws Exception {
    Head head = Heads.of("Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n");
    return MimeMap.of(head, body.getBytes(US_ASCII), MimeMap.Reach.ALL);
  }

  @Test
  void fieldsOfPartsAreBounded() throws Exception {
    MimeMap map = map("b", ("--b\r\n" + "a:\r\n".repeat(4_000) + "\r\nhi\r\n").repeat(300));

    assertThat(map.isCut()).isTrue();
    assertThat(map.leaves().stream().mapToInt(part -> part.head().fields().size()).sum())
        .isBetween(20_000, 25_000);
  }

  @Test
  void placesBesidePartsAreBounded() throws Exception {
    String inner = "--o\r\nContent-Type: multipart/mixed; boundary=i\r\n\r\nx\r\n--i--\r\nx\r\n";
    MimeMap map = map("o", inner.repeat(2_000));

    assertThat(map.isCut()).isTrue();
    assertThat(map.asides()).hasSizeLessThanOrEqualTo(1_000);
  }

  @Test
  void honestMailIsMappedWhole() throws Exception {
    MimeMap map = map("b", "x\r\n" + "--b\r\nA: 1\r\n\r\nhi\r\n".repeat(400) + "--b--\r\nx\r\n");

    assertThat(map.isCut()).isFalse();
    assertThat(map.leaves()).hasSize(400);
    assertThat(map.asides()).hasSize(2);
  }
}
