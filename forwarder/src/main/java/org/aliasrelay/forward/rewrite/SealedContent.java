package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.aliasrelay.forward.open.Cms;
import org.aliasrelay.forward.open.Inflation;
import org.aliasrelay.forward.open.OpenPgp;
import org.aliasrelay.forward.open.Opened;

/**
 * What must stay as it is: signed, enciphered, or somebody's key. Whoever gets what is signed reads
 * it, be it packed or not, and may read the owner's address; what is enciphered holds nothing that
 * is found here.
 */
final class SealedContent {
  /** Messages and signatures inside each other; honest ones are two or three deep. */
  private static final int DEEPEST = 10;

  /** Of files that are OpenPGP or S/MIME whatever their type (RFC 8551, section 3.2.1). */
  private static final Pattern NAME =
      Pattern.compile("\\.(?:asc|gpg|pgp|sig|p7[cmsz])(?![\\w.])", Pattern.CASE_INSENSITIVE);

  private static final Pattern OPEN_PGP_NAME =
      Pattern.compile("\\.(?:gpg|pgp|sig)(?![\\w.])", Pattern.CASE_INSENSITIVE);

  /**
   * One is unpacked and looked through at a time, of all replies: nobody knows before how much
   * memory that takes, and for a few megabytes each there is room once.
   */
  private static final ReentrantLock UNPACKING = new ReentrantLock();

  private final PrimaryAddress primary;
  private final Inflation inflation;

  /**
   * @param inflation for all of one message
   */
  SealedContent(PrimaryAddress primary, Inflation inflation) {
    this.primary = primary;
    this.inflation = inflation;
  }

  /** Whether a part is of these by the name of its file. */
  static boolean isNamedSo(Part part) {
    return has(NAME, part);
  }

  private static boolean has(Pattern name, Part part) {
    return name.matcher(part.head().value(FieldName.CONTENT_TYPE)).find()
        || name.matcher(part.head().value(FieldName.CONTENT_DISPOSITION)).find();
  }

  /** Whether somebody can read the address in a signed or enciphered part, header and body. */
  boolean isRevealing(Part part, byte[] body) {
    int first = part.first();
    return primary.isIn(new String(body, first, part.end() - first, ISO_8859_1))
        || isInEntity(part.head(), Arrays.copyOfRange(body, part.start(), part.end()), 0);
  }

  /** The same for a key, a signature, or a file that is signed. */
  boolean isRevealingFile(Part part, byte[] body) {
    return isInLeaf(part, body, 0);
  }

  /** The same for a text that is signed, or has a key in it. */
  boolean isRevealing(String text) {
    return primary.isIn(text) || isInArmor(text);
  }

  /** Whether it is in what stands in ASCII armor. */
  boolean isInArmor(String text) {
    return isInArmor(text, 0);
  }

  private boolean isInArmor(String text, int depth) {
    return Armor.blocks(text).stream().anyMatch(block -> isInOpenPgp(block, depth));
  }

  private boolean isInOpenPgp(byte[] packets, int depth) {
    return primary.isIn(new String(packets, ISO_8859_1))
        || isIn(() -> OpenPgp.opened(packets, inflation), depth);
  }

  private boolean isIn(Supplier<Opened> opening, int depth) {
    UNPACKING.lock();
    try {
      return switch (opening.get()) {
        case Opened.Nothing() -> false;
        case Opened.Unknown() -> true;
        case Opened.Content(byte[] around, byte[] content) ->
            primary.isIn(new String(around, ISO_8859_1)) || isInMessage(content, depth + 1);
      };
    } finally {
      UNPACKING.unlock();
    }
  }

  private boolean isInEntity(Head head, byte[] body, int depth) {
    MimeMap inside = MimeMap.of(head, body, MimeMap.Reach.OPENED);
    return inside.isCut()
        || depth > DEEPEST
        || inside.leaves().stream().anyMatch(leaf -> isInLeaf(leaf, body, depth));
  }

  /** Each content is entered in one way only, or the work would double with each that is inside. */
  private boolean isInLeaf(Part leaf, byte[] body, int depth) {
    byte[] octets = TransferEncoding.decoded(leaf, body);
    String text = new String(octets, leaf.wideCharset().orElse(ISO_8859_1));
    if (primary.isIn(text) || primary.isInFolded(text)) {
      return true;
    }
    if (leaf.isForwardedMessage()) {
      return isInMessage(octets, depth + 1);
    }
    return isInArmor(text, depth) || isIn(() -> opened(leaf, octets), depth);
  }

  private Opened opened(Part leaf, byte[] octets) {
    return isOpenPgp(leaf) ? OpenPgp.opened(octets, inflation) : Cms.opened(octets, inflation);
  }

  /** Without armor: nothing in the octets themselves tells them from others for sure. */
  private static boolean isOpenPgp(Part leaf) {
    return Kinds.isOpenPgp(leaf.type())
        || has(OPEN_PGP_NAME, leaf)
        || leaf.around().stream().anyMatch(one -> one.type().equals("multipart/encrypted"));
  }

  /** What was signed may be a whole entity with its header, or a text. */
  private boolean isInMessage(byte[] message, int depth) {
    String text = new String(message, ISO_8859_1);
    if (primary.isIn(text)) {
      return true;
    }
    try {
      Head head = HeaderReader.read(new ByteArrayInputStream(message));
      int start = head.bodyOffset();
      return primary.isIn(EncodedWords.decode(text.substring(0, start)))
          || isInEntity(head, Arrays.copyOfRange(message, start, message.length), depth);
    } catch (IOException | HeaderTooLargeException e) {
      // A text.
      return isInArmor(text, depth);
    }
  }
}
