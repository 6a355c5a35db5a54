package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import org.aliasrelay.forward.open.Inflation;

/**
 * Takes the owner's address out of what the owner wrote, or says that it cannot be taken out.
 * Reverse aliases become their contacts' addresses again, in the same places.
 */
final class OwnerTraces {
  /** Messages inside messages; honest ones are two or three deep. */
  private static final int DEEPEST = 10;

  private final PrimaryAddress primary;
  private final ReverseNames reverse;
  private final SealedContent sealed;

  OwnerTraces(PrimaryAddress primary, ReverseNames reverse) {
    this.primary = primary;
    this.reverse = reverse;
    this.sealed = new SealedContent(primary, new Inflation());
  }

  /** It stands where nothing may be changed, or nothing can be seen. */
  static final class SealedInException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    SealedInException() {
      super("a part that must not be changed names the owner", null, false, false);
    }
  }

  /** The body without them. */
  byte[] removed(Head head, byte[] body) throws SealedInException {
    return removed(head, body, primary.partIds(head, body), 0);
  }

  private byte[] removed(Head head, byte[] body, PartIds ids, int depth) throws SealedInException {
    MimeMap map = MimeMap.of(head, body, MimeMap.Reach.ALL);
    refuseIf(map.isCut() || depth > DEEPEST || isTorn(map));
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 64);
    int copied = 0;
    for (Part part : map.leaves()) {
      boolean closed = MediaType.isSealed(part.type());
      int start = closed ? part.first() : part.start();
      out.writeBytes(removedBetween(Arrays.copyOfRange(body, copied, start), ids));
      if (closed) {
        refuseIf(sealed.isRevealing(part, body));
        out.write(body, start, part.end() - start);
      } else {
        out.writeBytes(removed(part, body, ids, depth));
      }
      copied = part.end();
    }
    out.writeBytes(removedBetween(Arrays.copyOfRange(body, copied, body.length), ids));
    return out.toByteArray();
  }

  /** Whether a boundary would be another in the header than in the body. */
  private boolean isTorn(MimeMap map) {
    return map.leaves().stream()
        .flatMap(part -> part.around().stream())
        .map(Enclosure::boundary)
        .distinct()
        .anyMatch(boundary -> isNamed('"' + boundary + '"') != isNamed("\n--" + boundary + "\n"));
  }

  private boolean isNamed(String text) {
    return !clean(text).equals(text);
  }

  /** Headers of parts, boundaries, and what stands before the first and after the last. */
  private byte[] removedBetween(byte[] bytes, PartIds ids) throws SealedInException {
    String text = new String(bytes, ISO_8859_1);
    String unnamed = clean(WordRuns.changed(text, this::clean));
    refuseIf(primary.isIn(EncodedWords.decode(unnamed)));
    String clean = primary.hosts().replacedIn(ids.replacedInHeaders(unnamed));
    return clean.equals(text) ? bytes : clean.getBytes(ISO_8859_1);
  }

  private String clean(String text) {
    return reverse.replacedIn(primary.replacedIn(text));
  }

  private byte[] removed(Part part, byte[] body, PartIds ids, int depth) throws SealedInException {
    if (part.isForwardedMessage()) {
      // Others may decode what we cannot, and find another encoding inside.
      byte[] message = TransferEncoding.content(part, body).orElseThrow(SealedInException::new);
      byte[] clean = removedFromMessage(message, depth + 1);
      return Arrays.equals(clean, message)
          ? asItIs(part, body)
          : TransferEncoding.encoded(part, clean);
    }
    if (isSealedFile(part)) {
      refuseIf(sealed.isRevealingFile(part, body));
    }
    if (Kinds.isReadable(part.type())) {
      return removedFromText(part, body, ids);
    }
    return asItIs(part, body);
  }

  private static boolean isSealedFile(Part part) {
    return Kinds.isNaming(part.type())
        || (Kinds.isDocument(part.type()) && SealedContent.isNamedSo(part));
  }

  private static byte[] asItIs(Part part, byte[] body) {
    return Arrays.copyOfRange(body, part.start(), part.end());
  }

  private byte[] removedFromMessage(byte[] message, int depth) throws SealedInException {
    try {
      Head head = HeaderReader.read(new ByteArrayInputStream(message));
      int start = head.bodyOffset();
      byte[] whole = Arrays.copyOfRange(message, start, message.length);
      PartIds ids = primary.partIds(head, whole);
      byte[] header = removedBetween(Arrays.copyOf(message, start), ids);
      byte[] body = removed(head, whole, ids, depth);
      return Splice.join(header, body);
    } catch (IOException | HeaderTooLargeException e) {
      throw new SealedInException();
    }
  }

  private byte[] removedFromText(Part part, byte[] body, PartIds ids) throws SealedInException {
    Optional<byte[]> content = TransferEncoding.content(part, body);
    Charset charset = content.isPresent() ? charset(part) : ISO_8859_1;
    String text = new String(content.orElseGet(() -> asItIs(part, body)), charset);
    if (Armor.sealsSomething(text)) {
      refuseIf(sealed.isRevealing(text));
      return asItIs(part, body);
    }
    refuseIf(sealed.isInArmor(text));
    String clean = clean(part.type(), text, ids);
    if (clean.equals(text)) {
      return asItIs(part, body);
    }
    byte[] bytes = clean.getBytes(charset);
    byte[] written = content.isPresent() ? TransferEncoding.encoded(part, bytes) : bytes;
    // A line may be broken anew.
    refuseIf(part.isDividedIn(written));
    return written;
  }

  private String clean(String type, String text, PartIds ids) {
    if (Kinds.isFolded(type)) {
      return reverse.replacedInFolded(primary.replacedInFolded(text));
    }
    if (Kinds.isMarkup(type)) {
      return ids.replacedInText(reverse.replacedInHtml(primary.replacedIn(text)));
    }
    String clean = ids.replacedInText(clean(text));
    return HostNames.areIn(type) ? primary.hosts().replacedIn(clean) : clean;
  }

  private static void refuseIf(boolean named) throws SealedInException {
    if (named) {
      throw new SealedInException();
    }
  }

  /**
   * ISO 8859-1 holds any bytes and gives them back, and an address is ASCII in nearly every
   * charset; only where it is not, the real one is needed.
   */
  private static Charset charset(Part part) {
    return part.wideCharset().orElse(ISO_8859_1);
  }
}
