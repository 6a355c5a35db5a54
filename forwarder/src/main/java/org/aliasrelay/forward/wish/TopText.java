package org.aliasrelay.forward.wish;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aliasrelay.forward.rewrite.Enclosure;
import org.aliasrelay.forward.rewrite.MimeMap;
import org.aliasrelay.forward.rewrite.Part;

/**
 * The text a mail opens with: one leaf, or the plain and the HTML leaf of one alternative. Nothing
 * else of a message is ever changed for a wish: no attachment, no text further down, nothing below
 * a signature, a cipher or another message.
 */
final class TopText {
  private static final String ALTERNATIVE = "multipart/alternative";

  private TopText() {}

  /** One or two leaves in their order, or none. */
  static List<Part> in(MimeMap map) {
    if (map.isCut()) {
      return List.of();
    }
    List<Part> top = map.leaves().stream().filter(TopText::isAtTop).toList();
    return Stream.of(first(top, "text/plain"), first(top, "text/html"))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingInt(Part::start))
        .toList();
  }

  private static Optional<Part> first(List<Part> parts, String type) {
    return parts.stream().filter(part -> part.type().equals(type)).findFirst();
  }

  private static boolean isAtTop(Part part) {
    long alternatives =
        part.around().stream().filter(around -> around.type().equals(ALTERNATIVE)).count();
    return alternatives <= 1
        && part.around().stream().allMatch(TopText::leadsToTheTop)
        && part.isShownInPlace()
        && part.isPlainlyDescribed();
  }

  private static boolean leadsToTheTop(Enclosure around) {
    return switch (around.type()) {
      case ALTERNATIVE -> true;
      case "multipart/mixed", "multipart/related" -> around.index() == 0;
      default -> false;
    };
  }
}
