package org.aliasrelay.forward.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aliasrelay.forward.rewrite.Kinds;
import org.aliasrelay.forward.rewrite.PlainType;

/**
 * Where in a message the owner's documents lie, which are not looked into. Only those count that
 * cannot be taken for anything else: their own header and those of the entities around them follow
 * the grammar to the letter, and so does every line that holds one of the boundaries. What is not
 * understood is no document.
 */
final class Documents {
  /**
   * The characters of RFC 2046, and some that mail programs use all the same; a blank between
   * others, as Lotus Notes writes it.
   */
  private static final Pattern BOUNDARY =
      Pattern.compile("[\\w'()+,./:=?@#-](?: ?[\\w'()+,./:=?@#-]){0,199}");

  private static final int DEEPEST = 20;

  private final byte[] message;
  private final List<Stretch> found = new ArrayList<>();

  private Documents(byte[] message) {
    this.message = message;
  }

  /** The bodies of all there are, in their order. */
  static List<Stretch> in(byte[] message) {
    Documents documents = new Documents(message);
    documents.enter(0, message.length, 0);
    return documents.found;
  }

  private void enter(int from, int to, int depth) {
    Optional<StrictHeader> header = StrictHeader.read(message, from, to);
    if (header.isPresent() && depth <= DEEPEST) {
      header.get().type().ifPresent(type -> enter(type, header.get(), to, depth));
    }
  }

  private void enter(PlainType type, StrictHeader header, int to, int depth) {
    if (Kinds.isDocument(type.name())) {
      found.add(new Stretch(header.end(), to));
    } else if (header.isEncoded()) {
      return;
    } else if (Kinds.isMessage(type.name())) {
      enter(header.end(), to, depth + 1);
    } else if (isOpenMultipart(type)) {
      for (Stretch part : parts(boundary(type), header, to)) {
        enter(part.from(), part.to(), depth + 1);
      }
    }
  }

  /** None where a boundary with a blank could be taken for another. */
  private List<Stretch> parts(String boundary, StrictHeader header, int to) {
    return boundary.indexOf(' ') < 0 || header.hasOnOneLine(boundary)
        ? Delimiters.between(boundary, message, header.end(), to)
        : List.of();
  }

  /** One into which anybody would look, in the same way; not a signed or encrypted one. */
  private static boolean isOpenMultipart(PlainType type) {
    return type.name().startsWith("multipart/")
        && !type.name().equals("multipart/signed")
        && !type.name().equals("multipart/encrypted")
        && type.parameters().keySet().stream()
            .noneMatch(parameter -> parameter.startsWith("boundary*"))
        && BOUNDARY.matcher(boundary(type)).matches();
  }

  private static String boundary(PlainType type) {
    return type.parameters().getOrDefault("boundary", "");
  }
}
