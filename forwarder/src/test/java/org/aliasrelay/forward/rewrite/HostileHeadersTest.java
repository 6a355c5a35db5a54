package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.concurrent.CompletableFuture;
import org.aliasrelay.alias.contract.EmailAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Large headers, made to be slow to read or deep to enter. Where reading takes more than linear
 * time, this test does not end.
 */
class HostileHeadersTest {
  private static final int SIZE = 1 << 17;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "< ",
        "<",
        "<mailto:",
        "<a@b.example>,",
        "<>",
        " ",
        "été ",
        "é",
        "\"é",
        "\"",
        "\\\"",
        "=?",
        "=?utf-8?B?",
        "=?a?Q?b?=",
        "?",
        "(",
        ")",
        "((a",
        "a@b.example,",
        "a:",
        "a:b,;",
        ";",
        ",",
        "@",
        ".",
        "x",
        "&",
        "=",
        "%",
        "\t ",
        "\r\n ",
        "[",
        "<<",
        "a <",
        ";a=\"",
        ";a*0*=''",
        "\u202e",
        "\u0000",
        "multipart/mixed;boundary="
      })
  void anyFieldMadeOfOnePieceIsRewritten(String piece) throws Exception {
    String value = piece.repeat(SIZE / piece.getBytes(UTF_8).length);
    for (String field :
        new String[] {"From", "To", "List-Unsubscribe", "Subject", "Content-Type"}) {
      byte[] message = (field + ": " + value + "\r\n\r\nbody\r\n").getBytes(UTF_8);
      assertThat(onAVirtualThread(message)).as(field).isTrue();
    }
  }

  /** Their stacks are what the forwarder works on. */
  private static boolean onAVirtualThread(byte[] message) throws Exception {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                done.complete(rewritten(message));
              } catch (Throwable e) {
                done.completeExceptionally(e);
              }
            });
    return done.get();
  }

  private static boolean rewritten(byte[] message) throws Exception {
    Head head = HeaderReader.read(new ByteArrayInputStream(message));
    People people = People.in(head);
    byte[] forward =
        new ForwardRewrite(head, people, Plans.PASSAGES)
            .header(Plans.forward(people), Plans.PASSED);
    var reply = Plans.reply(EmailAddress.of("ann@shop.example"));
    var primary = new PrimaryAddress(reply.primary(), reply.alias());
    byte[] back = new ReplyRewrite(head, people, Plans.PASSAGES).header(reply, primary, "");
    byte[] body = "--\r\n\r\nx\r\n".getBytes(UTF_8);
    return BodyRepair.of(head, body).body().length > 0
        && ReplyBody.without(primary, Plans.REVERSE, head, body).toString().startsWith("C")
        && forward.length > 0
        && back.length > 0;
  }
}
