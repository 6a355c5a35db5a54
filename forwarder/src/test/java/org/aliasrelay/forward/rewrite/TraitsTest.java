package org.aliasrelay.forward.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraitsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "List-Id: <news.example>",
        "LIST-UNSUBSCRIBE: <https://news.example/u>",
        "List-Subscribe: <https://news.example/s>",
        "Precedence: bulk",
        "Precedence: Junk (automatic)",
      })
  void knowsListMail(String field) throws Exception {
    assertThat(of(field).listMail()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated; owner-email=\"a@b.example\"",
        "Return-Path: <>",
        "Precedence: auto_reply",
        "X-Autoreply: yes",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
      })
  void knowsAutomaticMail(String field) throws Exception {
    assertThat(of(field).automatic()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: no",
        "Auto-Submitted: no (a person)",
        "Return-Path: <ann@shop.example>",
        "Precedence: first-class",
        "X-Auto-Response-Suppress: All",
        "Subject: List-Id: <news.example>",
      })
  void takesOtherMailForAPersons(String field) throws Exception {
    assertThat(of(field)).isEqualTo(new Traits(false, false, false));
  }

  @Test
  void tellsReceiptsFromOtherReports() throws Exception {
    String report = "Content-Type: multipart/report; boundary=b; report-type=";
    assertThat(of(report + "Disposition-Notification")).isEqualTo(new Traits(false, true, true));
    assertThat(of(report + "delivery-status")).isEqualTo(new Traits(false, true, false));
  }

  private static Traits of(String field) throws Exception {
    return Traits.of(Heads.of("From: <a@b.example>\r\n" + field + "\r\n\r\n"));
  }
}
