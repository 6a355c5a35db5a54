package org.aliasrelay.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void keepsMailAcrossRestarts() throws IOException {
    open().deliver("x@b.test", mail("hello"));

    var reopened = open();

    var kept = reopened.list(Optional.empty()).getFirst();
    assertThat(kept.to()).isEqualTo("x@b.test");
    assertThat(kept.subject()).isEqualTo("hello");
    assertThat(kept.from()).isEqualTo("Ada <ada@b.test>");
    assertThat(kept.receivedAt()).isEqualTo(CLOCK.instant());
    assertThat(kept.size()).isEqualTo(mail("hello").length);
    assertThat(reopened.content(kept)).get().isEqualTo(mail("hello"));
  }

  @Test
  void listsTheNewestFirst() throws IOException {
    var mailbox = open();
    mailbox.deliver("x@b.test", mail("first"));
    mailbox.deliver("x@b.test", mail("second"));

    assertThat(mailbox.list(Optional.empty()))
        .extracting(StoredMail::subject)
        .containsExactly("second", "first");
  }

  @Test
  void comparesTheEnvelopeRecipientInAnyCase() throws IOException {
    var mailbox = open();
    mailbox.deliver("X@B.test", mail("for x"));
    mailbox.deliver("y@b.test", mail("for y"));

    assertThat(mailbox.list(Optional.of("x@b.TEST")))
        .extracting(StoredMail::subject)
        .containsExactly("for x");
    assertThat(mailbox.list(Optional.of("ada@b.test"))).isEmpty();
  }

  @Test
  void leavesNoFileOfDeletedMail() throws IOException {
    var mailbox = open();
    mailbox.deliver("x@b.test", mail("hello"));
    var kept = mailbox.list(Optional.empty()).getFirst();

    mailbox.delete(kept);

    assertThat(folder).isEmptyDirectory();
    assertThat(mailbox.find(kept.id())).isEmpty();
    assertThat(mailbox.content(kept)).isEmpty();
  }

  @Test
  void removesWhatACrashLeftHalfWritten() throws IOException {
    Files.writeString(folder.resolve("000000000001-00000.new"), "half");

    assertThat(open().list(Optional.empty())).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void startsInSpiteOfAFileItCannotRead() throws IOException {
    Files.writeString(folder.resolve("000000000001-00000.mail.gz"), "not gzip");
    open().deliver("x@b.test", mail("hello"));

    assertThat(open().list(Optional.empty())).hasSize(1);
  }

  @Test
  void compressesWhatItKeeps() throws IOException {
    open().deliver("x@b.test", mail("canary canary canary"));

    try (var files = Files.list(folder)) {
      assertThat(Files.readString(files.findFirst().orElseThrow(), StandardCharsets.ISO_8859_1))
          .doesNotContain("canary");
    }
  }

  @Property(tries = 50)
  void givesBackEveryByte(@ForAll byte[] content) throws IOException {
    Path here = Files.createTempDirectory("mailbox");
    var mailbox = new Mailbox(here, CLOCK);
    mailbox.deliver("x@b.test", content);
    var kept = mailbox.list(Optional.empty()).getFirst();

    assertThat(mailbox.content(kept)).get().isEqualTo(content);

    mailbox.delete(kept);
    Files.delete(here);
  }

  private Mailbox open() throws IOException {
    return new Mailbox(folder, CLOCK);
  }

  private static byte[] mail(String subject) {
    return ("From: Ada <ada@b.test>\r\nTo: ada@b.test\r\nSubject: " + subject + "\r\n\r\nbody\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
