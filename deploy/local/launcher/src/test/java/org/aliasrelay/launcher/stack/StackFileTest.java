package org.aliasrelay.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFileTest {
  @TempDir Path folder;

  @Test
  void hasExactlyThePromisedKeys() throws Exception {
    written().write(file());
    JsonNode json = new ObjectMapper().readTree(file().toFile());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "api",
            "ingest",
            "forwarder",
            "telemetry",
            "mailbox",
            "aws",
            "accounts",
            "smtp",
            "imap",
            "database",
            "mailBucket",
            "demo");
    assertThat(json.path("demo").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("primary", "apiKey", "alias");
  }

  @Test
  void comesBackAsItWasWritten() throws Exception {
    StackFile written = written();
    written.write(file());
    assertThat(StackFile.read(file())).isEqualTo(written);
  }

  @Test
  void saysHowToStartAStackWhereThereIsNone() {
    assertThatThrownBy(() -> StackFile.read(file()))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("./relay up");
  }

  private StackFile written() throws IOException, Trouble {
    Settings settings = Settings.read(Map.of(), folder.resolve("none"));
    return StackFile.of(
        Ports.from(settings, OptionalInt.empty()),
        new StackFile.Demo("ada@mailbox.test", "key", "x@relay.test"));
  }

  private Path file() {
    return folder.resolve("stack.json");
  }
}
