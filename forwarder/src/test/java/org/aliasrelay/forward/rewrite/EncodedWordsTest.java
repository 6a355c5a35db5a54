package org.aliasrelay.forward.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {
  @ParameterizedTest
  @CsvSource({
    "=?iso-8859-1?Q?Fr=F6sche?=, Frösche",
    "=?iso-8859-1?Q?Die_Frösche?=, Die Frösche",
    "=?utf-8?q?Frösche?= im Teich, Frösche im Teich",
    "=?utf-8*de?Q?Fr=C3=B6sche?= =?us-ascii*?b?ISE=?=, Frösche!!",
    "=?no-such-charset*de?Q?Frosch?=, =?no-such-charset*de?Q?Frosch?=",
    "=?no-such-charset?Q?Frosch?=, =?no-such-charset?Q?Frosch?=",
    "=?ISO-8859-8-I?Q?=F9=EC=E5=ED?=, \u05e9\u05dc\u05d5\u05dd",
    "=?utf-8?b?5Lya6K2w44E=?= =?utf-8?b?ruWGhQ==?=, 会議の内",
    "=?utf-8?q?Fr=C3?=  =?UTF-8?Q?=B6sche?= im Teich, Frösche im Teich",
    "=?utf-8?q?a=C3?= b =?utf-8?q?=B6c?=, a\ufffd b \ufffdc",
    "=?utf-8?q?=C3=B6?= =?iso-8859-1?q?=F6?= =?utf-8?q?=C3=B6?=, ööö",
  })
  void decodesWhatItCan(String written, String read) {
    assertThat(EncodedWords.decode(written)).isEqualTo(read);
  }

  @Test
  void decodesAWordOfAnyLength() {
    String text = "ü".repeat(20_000);
    String octets = "=C3=BC".repeat(20_000);

    assertThat(EncodedWords.decode("=?utf-8?q?" + octets + "?=")).isEqualTo(text);
  }

  @Test
  void takesACharsetThatNobodyCanWriteForUtf8() {
    assertThat(EncodedWords.decode("=?ISO-2022-CN?Q?ö?=")).isNotEmpty();
  }

  @Test
  void encodesRunsOfWordsBeyondAsciiAndNoOthers() {
    String encoded = EncodedWords.encodeBeyondAscii("the été là bas, où ?");

    assertThat(encoded).startsWith("the =?UTF-8?B?").contains("?= bas, =?UTF-8?B?").endsWith(" ?");
    assertThat(EncodedWords.decode(encoded)).isEqualTo("the été là bas, où ?");
  }
}
