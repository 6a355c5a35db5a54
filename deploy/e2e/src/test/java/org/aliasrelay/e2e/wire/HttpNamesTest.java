package org.aliasrelay.e2e.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpNamesTest {

  private static InputStream octets(String text) {
    return new ByteArrayInputStream(
        text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  private static HttpMessage request(String text) throws IOException {
    return HttpMessage.request(octets(text), new ByteArrayOutputStream()).orElseThrow();
  }

  @Test
  void queueIsNamedByItsUrl() throws Exception {
    String body = "{\"QueueUrl\":\"http://127.0.0.1:1/000000000000/accepted-mail\"}";
    HttpMessage request =
        request(
            "POST / HTTP/1.1\nX-Amz-Target: AmazonSQS.SendMessageBatch\nContent-Length: "
                + body.length()
                + "\n\n"
                + body);
    assertThat(HttpNames.of(request))
        .isEqualTo(new Operation("SQS SendMessageBatch accepted-mail", false));
  }

  @Test
  void receivingIsAPoll() throws Exception {
    HttpMessage request =
        request("POST / HTTP/1.1\nx-amz-target: AmazonSQS.ReceiveMessage\nContent-Length: 0\n\n");
    assertThat(HttpNames.of(request).poll()).isTrue();
  }

  @Test
  void objectIsNamedByItsBucket() throws Exception {
    assertThat(HttpNames.of(request("DELETE /relay-mail/a/b?x=1 HTTP/1.1\n\n")).name())
        .isEqualTo("S3 DELETE relay-mail");
  }

  @Test
  void sendingIsNamedAsSesNamesIt() throws Exception {
    HttpMessage request =
        request("POST /v2/email/outbound-emails HTTP/1.1\nContent-Length: 2\n\n{}");
    assertThat(HttpNames.of(request).name()).isEqualTo("SES SendEmail");
  }

  @Test
  void ourOwnServiceIsNamedByItsPath() throws Exception {
    HttpMessage request = request("POST /internal/routes HTTP/1.1\nContent-Length: 2\n\n{}");
    assertThat(HttpNames.of(request).name()).isEqualTo("alias-api POST /internal/routes");
  }

  @Test
  void chunksPassAsTheyCame() throws Exception {
    String chunks = "3\nabc\n0\n\n";
    InputStream in =
        octets("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n" + chunks + "HTTP/1.1 204 No\n\n");
    assertThat(HttpMessage.answer(in, "GET").text()).isEqualTo(chunks.replace("\n", "\r\n"));
    assertThat(HttpMessage.answer(in, "GET").body()).isEmpty();
  }

  @Test
  void interimAnswersAreSkipped() throws Exception {
    InputStream in = octets("HTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\nContent-Length: 1\n\nx");
    assertThat(HttpMessage.answer(in, "PUT").text()).isEqualTo("x");
  }
}
