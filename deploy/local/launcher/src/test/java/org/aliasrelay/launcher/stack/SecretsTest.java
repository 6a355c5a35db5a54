package org.aliasrelay.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path folder;

  @Test
  void stayTheSameFromStartToStart() throws Exception {
    Secrets first = open();
    first.keepDemoApiKey("k");
    Secrets second = open();
    assertThat(second.internalCredential()).isEqualTo(first.internalCredential());
    assertThat(second.databasePassword()).isEqualTo(first.databasePassword());
    assertThat(second.ledgerKey()).isEqualTo(first.ledgerKey());
    assertThat(second.demoApiKey()).contains("k");
  }

  @Test
  void areReadByTheirOwnerOnly() throws Exception {
    open();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void ledgerKeyHas32Bytes() throws Exception {
    assertThat(Base64.getDecoder().decode(open().ledgerKey())).hasSize(32);
  }

  @Test
  void leaveNoDraftBehind() throws Exception {
    open();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file());
    }
  }

  private Secrets open() throws IOException {
    return Secrets.open(file(), new SecureRandom());
  }

  private Path file() {
    return folder.resolve("secrets.properties");
  }
}
