package org.aliasrelay.forward.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackersTest {
  private static final String BUILT_IN = "https://x.list-manage.com/track/open.php?u=1";
  private static final String OWN = "https://t.operator.example/p.gif";

  @TempDir Path folder;

  private static boolean names(Trackers trackers, String url) {
    return WebAddress.of(url).filter(trackers.list()::names).isPresent();
  }

  private static Trackers trackers(Path file) {
    return new Trackers(() -> Optional.of(file));
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("trackers.txt"), content);
  }

  @Test
  void withoutAFileTheBuiltInListCounts() {
    assertThat(names(new Trackers(Optional::empty), BUILT_IN)).isTrue();
  }

  @Test
  void theOperatorsListTakesItsPlace() throws Exception {
    Trackers trackers = trackers(file("operator.example\n"));
    assertThat(names(trackers, OWN)).isTrue();
    assertThat(names(trackers, BUILT_IN)).isFalse();
  }

  @Test
  void aChangedFileIsReadAgain() throws Exception {
    Trackers trackers = trackers(file("other.example\n"));
    assertThat(names(trackers, OWN)).isFalse();
    file("t.operator.example\n");
    trackers.look();
    assertThat(names(trackers, OWN)).isTrue();
  }

  @Test
  void theLastListThatCouldBeReadStays() throws Exception {
    Path file = file("operator.example\n");
    Trackers trackers = trackers(file);
    file("this is no list\n");
    trackers.look();
    assertThat(names(trackers, OWN)).isTrue();
    Files.write(file, new byte[] {(byte) 0xff, 'x', '\n', '\n'});
    trackers.look();
    assertThat(names(trackers, OWN)).isTrue();
    Files.delete(file);
    trackers.look();
    assertThat(names(trackers, OWN)).isTrue();
  }

  @Test
  void aListThatWasMendedIsReadAgain() throws Exception {
    Trackers trackers = trackers(file("this is no list\n"));
    assertThat(names(trackers, BUILT_IN)).isTrue();
    file("operator.example\n");
    trackers.look();
    assertThat(names(trackers, OWN)).isTrue();
  }
}
