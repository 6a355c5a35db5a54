package org.aliasrelay.alias.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.aliasrelay.alias.testing.AtOnce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetFileTest {
  private static final Optional<byte[]> NO_CHECK = Optional.empty();

  @TempDir Path folder;

  private Path path() {
    return folder.resolve("keys/keyset.json");
  }

  @Test
  void isMadeForAnEmptyDatabaseAndReadableByItsOwnerOnly() throws Exception {
    new KeysetFile(path()).open(NO_CHECK, false);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder.resolve("keys"))) {
      assertThat(files.toList()).containsExactly(path());
    }
  }

  @Test
  void isOneForAllWhoMakeItAtTheSameTime() throws Exception {
    List<Keyset> made = AtOnce.call(16, () -> new KeysetFile(path()).open(NO_CHECK, false));

    byte[] check = made.getFirst().check();
    assertThat(made).allMatch(keyset -> keyset.passes(check));
  }

  @Test
  void opensWithItsOwnCheck() throws Exception {
    byte[] check = new KeysetFile(path()).open(NO_CHECK, false).check();

    Keyset again = new KeysetFile(path()).open(Optional.of(check), true);

    assertThat(again.passes(check)).isTrue();
  }

  @Test
  void isNotMadeWhenTheDatabaseHoldsData() throws Exception {
    byte[] check = Keyset.generate().check();

    for (Optional<byte[]> known : List.of(NO_CHECK, Optional.of(check))) {
      assertThatThrownBy(() -> new KeysetFile(path()).open(known, true))
          .isInstanceOf(KeysetUnusable.class)
          .hasMessageContaining("is missing");
      assertThat(path()).doesNotExist();
    }
  }

  @Test
  void isNotOpenedWhenAnotherKeysetSealedTheData() throws Exception {
    byte[] check = Keyset.generate().check();
    new KeysetFile(path()).open(NO_CHECK, false);

    for (Optional<byte[]> known : List.of(NO_CHECK, Optional.of(check))) {
      assertThatThrownBy(() -> new KeysetFile(path()).open(known, true))
          .isInstanceOf(KeysetUnusable.class)
          .hasMessageContaining("is not the one");
    }
  }

  @Test
  void isNotOpenedWhenItIsNoKeyset() throws IOException {
    Files.createDirectories(folder.resolve("keys"));
    for (String text : List.of("", "{", "{}", "{\"master\":\"x\"}")) {
      Files.writeString(path(), text);
      assertThatThrownBy(() -> new KeysetFile(path()).open(NO_CHECK, false))
          .isInstanceOf(KeysetUnusable.class)
          .hasMessageContaining(path().toString());
    }
  }
}
