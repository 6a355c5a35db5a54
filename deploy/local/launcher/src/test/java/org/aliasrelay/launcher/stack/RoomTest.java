package org.aliasrelay.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {
  private static final long MORE_THAN_ANY_DISK_HAS = Long.MAX_VALUE;

  @TempDir Path folder;

  @Test
  void namesTheFolderAndWhatIsLeftAndNeeded() {
    assertThat(new Room(folder, MORE_THAN_ANY_DISK_HAS).lack().orElseThrow())
        .contains(folder.toString())
        .containsPattern("\\d+ MB left, 9223372036854 MB needed");
  }

  @Test
  void lacksNothingWhereThereIsEnough() {
    assertThat(new Room(folder, 1).lack()).isEmpty();
  }

  @Test
  void asksTheDiskThatTheFolderWillBeOn() {
    Path later = folder.resolve("not/there/yet");

    assertThat(new Room(later, 1).lack()).isEmpty();
    assertThat(new Room(later, MORE_THAN_ANY_DISK_HAS).lack().orElseThrow())
        .contains(later.toString());
  }
}
