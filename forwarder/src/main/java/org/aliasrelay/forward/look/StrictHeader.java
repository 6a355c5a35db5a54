package org.aliasrelay.forward.look;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.aliasrelay.forward.rewrite.PlainType;
import org.jspecify.annotations.Nullable;

/**
 * A header of fields and nothing else, each of whose lines anybody would read as the same: what it
 * says of its body.
 */
final class StrictHeader {
  /** Nobody writes a longer one; whoever reads one has other limits than we. */
  private static final int LONGEST = 256 * 1024;

  private static final Set<String> PLAIN = Set.of("7bit", "8bit", "binary");
  private static final Set<String> KNOWN_ENCODINGS = Set.of("base64", "quoted-printable");

  private final byte[] bytes;
  private final int to;
  private int end;
  private @Nullable String type;
  private String linesOfType = "";
  private @Nullable String encoding;

  private StrictHeader(byte[] bytes, int to) {
    this.bytes = bytes;
    this.to = to;
  }

  /** Nothing where one line is not what it should be, or a field of interest stands twice. */
  static Optional<StrictHeader> read(byte[] bytes, int from, int to) {
    StrictHeader header = new StrictHeader(bytes, to);
    return header.read(from) && header.hasKnownEncoding() ? Optional.of(header) : Optional.empty();
  }

  /** Where its body begins. */
  int end() {
    return end;
  }

  Optional<PlainType> type() {
    return type == null ? Optional.empty() : PlainType.of(type);
  }

  /**
   * Whether the type has this quoted value on one line: programs differ in what they make of a
   * blank at which a field is folded.
   */
  boolean hasOnOneLine(String value) {
    return linesOfType.contains('"' + value + '"');
  }

  /** Whether the body is not what it is the header of. */
  boolean isEncoded() {
    return encoding != null && KNOWN_ENCODINGS.contains(encoding);
  }

  private boolean hasKnownEncoding() {
    return encoding == null || PLAIN.contains(encoding) || KNOWN_ENCODINGS.contains(encoding);
  }

  private boolean read(int from) {
    StringBuilder field = new StringBuilder();
    int line = from;
    while (line < to && line - from < LONGEST) {
      int next = line;
      while (next < to && bytes[next] != '\n') {
        next++;
      }
      if (next++ == to) {
        return false;
      }
      String text = line(line, next);
      if (text.isEmpty()) {
        end = next;
        return add(field.toString());
      }
      if (hasControls(text) || text.isBlank()) {
        return false;
      }
      if (text.charAt(0) != ' ' && text.charAt(0) != '\t') {
        if (!add(field.toString())) {
          return false;
        }
        field.setLength(0);
      } else if (field.isEmpty()) {
        return false;
      } else {
        field.append('\n');
      }
      field.append(text);
      line = next;
    }
    return false;
  }

  private String line(int from, int next) {
    int textEnd = next - 1;
    if (textEnd > from && bytes[textEnd - 1] == '\r') {
      textEnd--;
    }
    return new String(bytes, from, textEnd - from, ISO_8859_1);
  }

  private static boolean hasControls(String line) {
    return line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f);
  }

  private boolean add(String field) {
    if (field.isEmpty()) {
      return true;
    }
    int colon = field.indexOf(':');
    if (colon <= 0 || !field.substring(0, colon).chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return false;
    }
    String lines = field.substring(colon + 1);
    String value = lines.replace("\n", "");
    return switch (field.substring(0, colon).toLowerCase(Locale.ROOT)) {
      case "content-type" -> {
        boolean first = type == null;
        type = value;
        linesOfType = lines;
        yield first;
      }
      case "content-transfer-encoding" -> {
        boolean first = encoding == null;
        encoding = value.strip().toLowerCase(Locale.ROOT);
        yield first;
      }
      default -> true;
    };
  }
}
