package org.aliasrelay.forward.look;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a reading makes of a message goes by here, and is looked at piece by piece. Lines are joined
 * without the white space at their ends, and controls are left out: so headers and calendars are
 * unfolded, flowed text is one line (RFC 3676), and UTF-16 is ASCII where it can be.
 *
 * <p>Text that is quoted is looked at once more without the marks at the start of its lines.
 *
 * <p>A piece begins and ends beside what stands beside an address, or another's that is cut in two
 * would look like the owner's: as {@code anna@} does, which was {@code joanna@}.
 */
final class Window {
  private static final int LENGTH = 32 * 1024;

  /** Seen twice: longer than an address, even where it is made of encoded words. */
  private static final int OVERLAP = 4 * 1024;

  /** How far to go for a good place; honest text has one within an address and a few words. */
  private static final int NEAR = 512;

  /** From here on the next piece may begin. */
  private static final int EARLIEST_START = LENGTH - OVERLAP - 2 * NEAR;

  /** From here on this one may end. */
  private static final int EARLIEST_END = LENGTH - NEAR;

  /** What no address has inside it. */
  private static final String BORDERS = " <>\"(),;:[]";

  /** What mail programs put before each line that they quote. */
  private static final String MARKS = ">|*";

  private final Sought sought;

  /** What else it may be taken for; none of such a text itself. */
  private final @Nullable Window unquoted;

  private byte[] text = new byte[1024];
  private int length;

  /** Where the next piece begins; as late as it may until a better place is found. */
  private int start = EARLIEST_START + NEAR;

  private int end = LENGTH;
  private boolean blank;
  private boolean lineEnded;
  private boolean shown;

  /** Whether nothing but marks has come of this line. */
  private boolean atStart = true;

  /** Whether there was a mark at all, or it is no other text than the one with them. */
  private boolean differs;

  Window(Sought sought) {
    this.sought = sought;
    this.unquoted = new Window(sought, null);
    this.differs = true;
  }

  private Window(Sought sought, @Nullable Window unquoted) {
    this.sought = sought;
    this.unquoted = unquoted;
  }

  /** One more. */
  void add(int octet) {
    take(octet);
    if (unquoted != null) {
      unquoted.addUnlessMark(octet);
    }
  }

  private void addUnlessMark(int octet) {
    if (atStart && MARKS.indexOf(octet) >= 0) {
      differs = true;
      return;
    }
    boolean unseen = octet <= ' ' || octet == 0x7f;
    atStart = octet == '\n' || octet == '\r' || (atStart && unseen);
    take(octet);
  }

  private void take(int octet) {
    if (octet > ' ' && octet != 0x7f) {
      if (blank) {
        put((byte) ' ');
        blank = false;
      }
      put((byte) octet);
      lineEnded = false;
    } else if (octet == '\n' || octet == '\r') {
      lineEnded = true;
      blank = false;
    } else if (octet == ' ' || octet == '\t') {
      blank = !lineEnded;
    }
  }

  private void put(byte octet) {
    if (length == LENGTH) {
      look(end);
      length -= start;
      System.arraycopy(text, start, text, 0, length);
      start = EARLIEST_START + NEAR;
      end = LENGTH;
    } else if (length == text.length) {
      text = Arrays.copyOf(text, Math.min(LENGTH, 2 * length));
    }
    if (length >= EARLIEST_START && (lineEnded || BORDERS.indexOf(octet) >= 0)) {
      passBorder();
    }
    text[length++] = octet;
  }

  private void passBorder() {
    start = Math.min(start, length);
    if (length >= EARLIEST_END) {
      end = Math.min(end, length);
    }
  }

  private void look(int to) {
    if (!shown && differs) {
      String piece = new String(text, 0, to, ISO_8859_1);
      shown = Texts.any(piece, sought::isIn);
    }
  }

  /** Whether the address was in what went by. */
  boolean hasShown() {
    look(length);
    return shown || (unquoted != null && unquoted.hasShown());
  }
}
