package org.aliasrelay.launcher.stack;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The port numbers of one stack.
 *
 * @param numbers one for each {@link Port}, all different
 */
public record Ports(Map<Port, Integer> numbers) {
  private static final int HIGHEST = 65_535;

  /** The setting that moves all ports that have no setting of their own. */
  public static final String OFFSET = "RELAY_PORT_OFFSET";

  /** Copies the numbers. */
  public Ports {
    numbers = Map.copyOf(numbers);
  }

  /** Reads them from the settings; an offset of the command line goes before that of a setting. */
  public static Ports from(Settings settings, OptionalInt commandLineOffset) throws Trouble {
    int offset =
        commandLineOffset.isPresent()
            ? commandLineOffset.getAsInt()
            : number(OFFSET, settings.get(OFFSET).orElse("0"));
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    for (Port port : Port.values()) {
      Optional<String> own = settings.get(port.setting());
      int number = own.isPresent() ? number(port.setting(), own.get()) : port.standard() + offset;
      if (number < 1 || number > HIGHEST) {
        throw new Trouble(
            "The %s port would be %d; a port is 1 to %d. Change %s or the port offset."
                .formatted(port.label(), number, HIGHEST, port.setting()));
      }
      numbers.put(port, number);
    }
    refuseTwins(numbers);
    return new Ports(numbers);
  }

  private static int number(String setting, String text) throws Trouble {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new Trouble("%s is \"%s\": that is not a number.".formatted(setting, text));
    }
  }

  private static void refuseTwins(Map<Port, Integer> numbers) throws Trouble {
    Map<Integer, Port> seen = new HashMap<>();
    for (Map.Entry<Port, Integer> entry : numbers.entrySet()) {
      Port twin = seen.put(entry.getValue(), entry.getKey());
      if (twin != null) {
        throw new Trouble(
            "Port %d is set for two things, %s and %s: change %s or %s."
                .formatted(
                    entry.getValue(),
                    twin.label(),
                    entry.getKey().label(),
                    twin.setting(),
                    entry.getKey().setting()));
      }
    }
  }

  /** The number of a port. */
  public int of(Port port) {
    return Objects.requireNonNull(numbers.get(port));
  }

  /** {@code http://127.0.0.1:port}. */
  public String http(Port port) {
    return "http://" + hostAndPort(port);
  }

  /** {@code 127.0.0.1:port}. */
  public String hostAndPort(Port port) {
    return "127.0.0.1:" + of(port);
  }
}
