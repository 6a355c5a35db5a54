package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a header field, which has no letter case (RFC 5322, section 1.2.2), and what the
 * rules say of it.
 *
 * <p>Of a name that the rules mention there is one object, found by the octets of the name without
 * making a string of them: each field of all mail is looked up once, and asked many times.
 */
final class FieldName {
  /** Several times the number of names. */
  private static final int SLOT_BITS = 10;

  private static final int SLOTS = 1 << SLOT_BITS;

  /** Makes small letters of capitals, eight at a time; what else may stand in a name stays. */
  private static final long SMALL = Octets.ONES * 0x20;

  /** Spreads all bits over the highest ones, from which the slot is taken (Fibonacci hashing). */
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  /** Of those that the rules do not mention. */
  private static final int NO_NUMBER = -1;

  private static final @Nullable FieldName[] MENTIONED = table();

  static final FieldName FROM = mentioned("from");
  static final FieldName TO = mentioned("to");
  static final FieldName CC = mentioned("cc");
  static final FieldName REPLY_TO = mentioned("reply-to");
  static final FieldName REFERENCES = mentioned("references");
  static final FieldName IN_REPLY_TO = mentioned("in-reply-to");
  static final FieldName MESSAGE_ID = mentioned("message-id");
  static final FieldName LIST_ID = mentioned("list-id");
  static final FieldName LIST_UNSUBSCRIBE = mentioned("list-unsubscribe");
  static final FieldName HOP = mentioned("x-alias-relay-hop");
  static final FieldName RECEIVED = mentioned("received");
  static final FieldName RETURN_PATH = mentioned("return-path");
  static final FieldName PRECEDENCE = mentioned("precedence");
  static final FieldName AUTO_SUBMITTED = mentioned("auto-submitted");
  static final FieldName X_AUTOREPLY = mentioned("x-autoreply");
  static final FieldName X_AUTORESPOND = mentioned("x-autorespond");
  static final FieldName X_FAILED_RECIPIENTS = mentioned("x-failed-recipients");
  static final FieldName MIME_VERSION = mentioned("mime-version");
  static final FieldName CONTENT_TYPE = mentioned("content-type");
  static final FieldName CONTENT_TRANSFER_ENCODING = mentioned("content-transfer-encoding");
  static final FieldName CONTENT_DISPOSITION = mentioned("content-disposition");

  private final String key;
  private final byte[] octets;
  private final int number;
  private final boolean dropped;
  private final boolean single;
  private final boolean ofUris;
  private final boolean ofContent;

  private FieldName(String key, int number, boolean dropped, boolean single, boolean ofUris) {
    this.key = key;
    this.number = number;
    this.octets = key.getBytes(US_ASCII);
    this.dropped = dropped;
    this.single = single;
    this.ofUris = ofUris;
    this.ofContent = key.startsWith("content-");
  }

  private static FieldName numbered(String key, int number) {
    return new FieldName(
        key,
        number,
        FieldRules.isDropped(key),
        FieldRules.isSingle(key),
        FieldRules.holdsListUris(key));
  }

  /** A name that the rules mention; that of no other field is the same object. */
  private static FieldName mentioned(String key) {
    byte[] octets = key.getBytes(US_ASCII);
    return Objects.requireNonNull(find(octets, 0, octets.length), key);
  }

  /** The name in {@code bytes[from, to)}, which are printable ASCII. */
  static FieldName of(byte[] bytes, int from, int to) {
    FieldName mentioned = find(bytes, from, to);
    return mentioned == null
        ? unmentioned(new String(bytes, from, to - from, US_ASCII))
        : mentioned;
  }

  private static FieldName unmentioned(String written) {
    String key = written.toLowerCase(Locale.ROOT);
    boolean dropped = FieldRules.isDroppedForItsStart(key);
    boolean single = FieldRules.isSingleForItsStart(key);
    return new FieldName(key, NO_NUMBER, dropped, single, false);
  }

  private static @Nullable FieldName find(byte[] bytes, int from, int to) {
    int slot = slot(bytes, from, to);
    FieldName name = MENTIONED[slot];
    while (name != null && !name.isIn(bytes, from, to)) {
      slot = (slot + 1) % SLOTS;
      name = MENTIONED[slot];
    }
    return name;
  }

  private static @Nullable FieldName[] table() {
    @Nullable FieldName[] slots = new FieldName[SLOTS];
    int number = 0;
    for (String key : FieldRules.mentioned()) {
      FieldName name = numbered(key, number++);
      int slot = slot(name.octets, 0, name.octets.length);
      while (slots[slot] != null) {
        slot = (slot + 1) % SLOTS;
      }
      slots[slot] = name;
    }
    return slots;
  }

  /** From the first and the last octets, without letter case. */
  private static int slot(byte[] bytes, int from, int to) {
    long first = 0;
    long last = 0;
    if (to - from >= Long.BYTES) {
      first = Octets.eight(bytes, from) | SMALL;
      last = Octets.eight(bytes, to - Long.BYTES) | SMALL;
    } else {
      for (int i = from; i < to; i++) {
        first = (first << Byte.SIZE) | bytes[i] | 0x20;
      }
    }
    return (int) (((first + 31 * last) * SPREAD) >>> (Long.SIZE - SLOT_BITS));
  }

  /** Whether these octets are this name, which is of letters, digits and hyphens. */
  private boolean isIn(byte[] bytes, int from, int to) {
    int length = octets.length;
    if (to - from != length) {
      return false;
    }
    if (length < Long.BYTES) {
      for (int i = 0; i < length; i++) {
        if ((bytes[from + i] | 0x20) != octets[i]) {
          return false;
        }
      }
      return true;
    }
    for (int i = 0; i < length; i += Long.BYTES) {
      int at = Math.min(i, length - Long.BYTES);
      if ((Octets.eight(bytes, from + at) | SMALL) != Octets.eight(octets, at)) {
        return false;
      }
    }
    return true;
  }

  /** In small letters. */
  String key() {
    return key;
  }

  /** Whether the rules mention it; then it has a number of its own, and a low one. */
  boolean isMentioned() {
    return number != NO_NUMBER;
  }

  int number() {
    return number;
  }

  /** Whether fields of this name go no further. */
  boolean isDropped() {
    return dropped;
  }

  /** Whether SES refuses a message in which it stands twice. */
  boolean isSingle() {
    return single;
  }

  /** Whether the value is a list of URIs (RFC 2369). */
  boolean isOfUris() {
    return ofUris;
  }

  boolean isOfContent() {
    return ofContent;
  }

  @Override
  public String toString() {
    return key;
  }
}
