package org.aliasrelay.local.ses;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.aliasrelay.local.message.RawMessage;

/**
 * Counts MIME parts (RFC 2046, section 5.1) in one pass over the lines, so that no nesting is too
 * deep for it.
 */
final class Parts {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "multipart/.*?;\\s*boundary\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;]{1,200}))",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Set<String> boundaries = new HashSet<>();
  private int parts;

  private Parts() {}

  /** A message that is no multipart has one. */
  static int count(RawMessage message) {
    var counting = new Parts();
    counting.open(message.first("Content-Type").orElse(""));
    if (counting.boundaries.isEmpty()) {
      return 1;
    }
    counting.scan(message.bytes(), message.headerEnd());
    return counting.parts;
  }

  private void scan(byte[] bytes, int from) {
    var partHeader = new StringBuilder();
    boolean inPartHeader = false;
    int at = from;
    while (at < bytes.length) {
      int end = at;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      String line = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1).stripTrailing();
      if (line.startsWith("--") && boundaries.contains(line.substring(2))) {
        parts++;
        inPartHeader = true;
        partHeader.setLength(0);
      } else if (inPartHeader && line.isEmpty()) {
        inPartHeader = false;
        open(contentType(partHeader.toString()));
      } else if (inPartHeader) {
        partHeader.append(line).append("\r\n");
      }
      at = end + 1;
    }
  }

  private static String contentType(String header) {
    return RawMessage.parse(header.getBytes(StandardCharsets.ISO_8859_1))
        .first("Content-Type")
        .orElse("");
  }

  private void open(String contentType) {
    var boundary = BOUNDARY.matcher(contentType);
    if (boundary.lookingAt()) {
      boundaries.add(boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
    }
  }
}
