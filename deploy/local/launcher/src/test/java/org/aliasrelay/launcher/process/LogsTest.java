package org.aliasrelay.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {
  @TempDir Path folder;

  @Test
  void tailGivesTheLastLines() throws Exception {
    Files.writeString(log(), "one\ntwo\nthree\n");
    assertThat(LogFile.tail(log(), 2)).containsExactly("two", "three");
  }

  @Test
  void lastChapterIsThatOfTheLastStart() throws Exception {
    LogFile.begin(log(), Instant.EPOCH, "telemetry");
    append("old\n");
    LogFile.begin(log(), Instant.EPOCH, "telemetry");
    append("new\n");
    assertThat(LogFile.lastChapter(log(), 10)).containsExactly("new");
  }

  @Test
  void tailOfNoLogIsEmpty() throws Exception {
    assertThat(LogFile.tail(log(), 2)).isEmpty();
  }

  @Test
  void newStartAppends() throws Exception {
    Files.writeString(log(), "old\n");
    LogFile.begin(log(), Instant.EPOCH, "telemetry");
    assertThat(Files.readAllLines(log()))
        .containsExactly("old", "---- telemetry starts at 1970-01-01T00:00:00Z ----");
  }

  @Test
  void bigLogIsPutAsideAtTheNextStart() throws Exception {
    Files.write(log(), new byte[6 * 1024 * 1024]);
    LogFile.begin(log(), Instant.EPOCH, "telemetry");
    assertThat(Files.size(log())).isLessThan(100);
    assertThat(folder.resolve("x.log.1")).hasSize(6 * 1024 * 1024);
  }

  @Test
  void followerGivesWholeLinesOnly() throws Exception {
    Files.writeString(log(), "before\n");
    LogFollower follower = new LogFollower(log());
    append("one\ntw");
    assertThat(follower.next()).containsExactly("one");
    append("o\n");
    assertThat(follower.next()).containsExactly("two");
  }

  @Test
  void followerStartsAgainWhenTheLogWasCut() throws Exception {
    Files.writeString(log(), "a long line before\n");
    LogFollower follower = new LogFollower(log());
    Files.writeString(log(), "new\n");
    assertThat(follower.next()).containsExactly("new");
  }

  private void append(String text) throws Exception {
    Files.writeString(log(), text, StandardOpenOption.APPEND);
  }

  private Path log() {
    return folder.resolve("x.log");
  }
}
