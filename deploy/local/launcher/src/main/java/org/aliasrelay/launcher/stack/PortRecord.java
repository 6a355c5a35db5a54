package org.aliasrelay.launcher.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Remembers the ports of a running stack: whoever starts a dead part again must use the same. */
public final class PortRecord {
  private final Path path;

  /** Kept among the records of the processes. */
  public PortRecord(Home home) {
    this.path = home.run().resolve("ports.properties");
  }

  /** The ports of the last start. */
  public Optional<Ports> read() throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      values.load(reader);
    }
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    for (Port port : Port.values()) {
      String number = values.getProperty(port.setting());
      if (number == null) {
        return Optional.empty();
      }
      numbers.put(port, Integer.parseInt(number));
    }
    return Optional.of(new Ports(numbers));
  }

  /** Keeps them. */
  public void write(Ports ports) throws IOException {
    Properties values = new Properties();
    ports.numbers().forEach((port, number) -> values.put(port.setting(), number.toString()));
    StringWriter text = new StringWriter();
    values.store(text, "The ports of this stack while it runs.");
    PrivateFile.write(path, text.toString());
  }
}
