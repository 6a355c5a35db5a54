package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderReaderTest {
  private static Head read(String text) throws Exception {
    return HeaderReader.read(stream(text));
  }

  private static String value(Head head, String key) {
    return head.fields().stream()
        .filter(field -> field.key().equals(key))
        .map(HeaderField::value)
        .findFirst()
        .orElse("");
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6, 100, 4_089, 4_090, 100_000})
  void whatItReadOfTheBodyAndTheRestAreTheBody(int length) throws Exception {
    String body = "x".repeat(length);
    InputStream in = stream("A: 1\r\n\r\n" + body);
    Head head = HeaderReader.read(in);
    byte[] rest = in.readAllBytes();
    assertThat(new String(head.bodyStart(), UTF_8) + new String(rest, UTF_8)).isEqualTo(body);
    assertThat(head.consumed()).isEqualTo(8 + length - rest.length);
  }

  @Test
  void readsFromAStreamThatGivesOneByteAtATime() throws Exception {
    InputStream slow =
        new FilterInputStream(stream("A: 1\r\nB: 2\r\n\r\nbody")) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(1, length));
          }
        };
    Head head = HeaderReader.read(slow);
    assertThat(value(head, "b")).isEqualTo("2");
    assertThat(slow.readAllBytes()).isEqualTo("body".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r\n\r\n", "\n\n", "\r\n\r\n\r\n"})
  void whereCrAloneEndsLinesAllIsBody(String end) throws Exception {
    String message = "From: a@shop.example\rSubject: s\r\rbody" + end;
    Head head = read(message);
    assertThat(head.fields()).isEmpty();
    assertThat(new String(head.bodyStart(), UTF_8)).isEqualTo(message);
  }

  @Test
  void whereABodyFollowsCrEndsNoLine() throws Exception {
    Head head = read("From: a@shop.example\rSubject: s\r\n\r\n\r\nbody");
    assertThat(head.fields()).hasSize(1);
    assertThat(new String(head.bodyStart(), UTF_8)).isEqualTo("\r\nbody");
  }

  @Test
  void linesAfterTheEmptyOneCanBeAnyNumber() throws Exception {
    InputStream in = stream("From: a@shop.example\rb\n" + "\n".repeat(900_000));
    Head head = HeaderReader.read(in);
    assertThat(head.bodyOffset()).isZero();
    assertThat(head.consumed() + in.readAllBytes().length).isEqualTo(900_023);
  }

  @Test
  void crInAFieldDoesNotEndIt() throws Exception {
    Head head = read("X: a\rBcc: b\r\nSubject: s\r\n\r\n");
    assertThat(head.fields()).hasSize(2);
    assertThat(value(head, "subject")).isEqualTo("s");
  }

  @Test
  void unfoldsValues() throws Exception {
    assertThat(value(read("Subject: one\r\n two\r\n\tthree\r\n\r\n"), "subject"))
        .isEqualTo("one two\tthree");
  }

  @Test
  void foldsBareLineFeedsIntoCrLf() throws Exception {
    ByteArrayOutputStream field = new ByteArrayOutputStream();
    read("A: 1\n 2\n\n").fields().getFirst().writeTo(field);
    assertThat(field.toString(UTF_8)).isEqualTo("A: 1\r\n 2\r\n");
  }

  @Test
  void lineThatIsNoFieldStartsTheBody() throws Exception {
    Head head = read("A: 1\r\nno field here\r\nB: 2\r\n\r\n");
    assertThat(head.fields()).hasSize(1);
    assertThat(new String(head.bodyStart(), UTF_8)).isEqualTo("no field here\r\nB: 2\r\n\r\n");
  }

  @Test
  void skipsMboxLineAndEmptyLinesAtTheTop() throws Exception {
    assertThat(value(read("\r\nFrom ann Sun Nov 22\r\nA: 1\r\n\r\n"), "a")).isEqualTo("1");
  }

  @Test
  void skipsAnMboxLineBehindWhatTheServerPutBeforeIt() throws Exception {
    Head head =
        read("Received: by a\r\n b\r\nFrom ann Sun Nov 22\r\nFrom: ann@a.example\r\n\r\nhi");
    assertThat(value(head, "received")).isEqualTo("by a b");
    assertThat(value(head, "from")).isEqualTo("ann@a.example");
    assertThat(new String(head.bodyStart(), UTF_8)).isEqualTo("hi");
  }

  @Test
  void bodyMayBeginLikeAnMboxLine() throws Exception {
    Head head = read("From: ann@a.example\r\nFrom time to time: a line\r\n\r\nhi");
    assertThat(head.fields()).hasSize(1);
    assertThat(new String(head.bodyStart(), UTF_8)).startsWith("From time to time: a line");
  }

  @Test
  void textOfAPartMayBeginLikeAnMboxLineToo() throws Exception {
    Head head = read("Content-Type: text/plain\r\nFrom time to time: a line\r\n\r\nhi");
    assertThat(head.fields()).hasSize(1);
    assertThat(new String(head.bodyStart(), UTF_8)).startsWith("From time to time: a line");
  }

  @Test
  void acceptsSpaceBeforeTheColon() throws Exception {
    assertThat(value(read("Subject : old style\r\n\r\n"), "subject")).isEqualTo("old style");
  }

  @Test
  void acceptsAHeaderWithoutABody() throws Exception {
    assertThat(value(read("A: 1"), "a")).isEqualTo("1");
  }

  @Test
  void acceptsAQuarterMebibyteOfHeader() throws Exception {
    assertThat(value(read("A: " + "x".repeat(1 << 18) + "\r\n\r\n"), "a")).hasSize(1 << 18);
  }

  @Test
  void refusesAnEndlessHeader() {
    assertThatThrownBy(() -> read("A: " + "x".repeat(HeaderReader.LONGEST_HEADER)))
        .isInstanceOf(HeaderTooLargeException.class);
  }

  @Test
  void refusesEndlessFields() {
    assertThatThrownBy(() -> read("A: 1\r\n".repeat(HeaderReader.MOST_FIELDS + 1)))
        .isInstanceOf(HeaderTooLargeException.class);
  }
}
