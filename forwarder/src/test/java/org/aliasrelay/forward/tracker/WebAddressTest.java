package org.aliasrelay.forward.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://T.example/p?q=1#f, t.example, /p?q=1",
    "http://t.example, t.example, /",
    "//t.example/p, t.example, /p",
    "'  HTTPS://t.example./p ', t.example, /p",
    "https:/\\t.example\\p, t.example, /\\p",
    "https://a:b@t.example:8443?q, t.example, /?q",
    "https:///t.example/p, t.example, /p",
  })
  void isReadAsBrowsersDo(String url, String host, String path) {
    assertThat(WebAddress.of(url)).contains(new WebAddress(host, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "cid:logo@shop", "data:image/gif;base64,R0", "logo.gif", "/p", "https:"})
  void whatIsNotFetchedFromTheWebHasNone(String url) {
    assertThat(WebAddress.of(url)).isEmpty();
  }

  @Test
  void longerThanAnyNameIsNone() {
    assertThat(WebAddress.of("https://" + "a.".repeat(1_000_000) + "example/")).isEmpty();
  }
}
