package org.aliasrelay.alias.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox address (RFC 5321, section 4.1.2) that cannot print itself: {@link #toString()} gives
 * {@code [address]}, so that an address in a log line or an exception text needs a deliberate call
 * of {@link #value()}.
 *
 * <p>Two addresses are equal when they differ in letter case only. RFC 5321, section 2.4, lets a
 * host tell {@code Ann} from {@code ann}; in practice none does, and people type both.
 *
 * <p>Bounds: local part 1 to 64 octets, domain 1 to 255, the whole at most 254 (RFC 5321, section
 * 4.5.3.1, and RFC 3696, erratum 1690). An internationalised domain is held in its ASCII form; one
 * with a letter that the two standards for that write differently is none. No white space,
 * controls, angle brackets, quotes or commas: such local parts are legal only when quoted, and no
 * provider hands them out. Dots may stand anywhere, as some providers of telephones let them;
 * {@link #addrSpec()} quotes such a local part, and no other (RFC 5321, section 4.1.2).
 */
public final class EmailAddress {
  private static final int MAX_LOCAL_OCTETS = 64;
  private static final int MAX_OCTETS = 254;
  private static final String FORBIDDEN = "<>()[]\\,;:\"@";

  private static final int MAX_LABEL = 63;

  /**
   * Letters that the platform's IDNA 2003 writes as others, and IDNA 2008 does not (RFC 5894,
   * section 7.2), and some that it leaves out (RFC 3454, table B.1).
   */
  private static final String DEVIATIONS = "\u00df\u1e9e\u03c2\u034f\u1806\u180b\u180c\u180d";

  /** By their number, those letters of ASCII that a local part may have. */
  private static final boolean[] LOCAL = new boolean[0x80];

  static {
    for (char c = 0; c < LOCAL.length; c++) {
      LOCAL[c] = isAllowed(c);
    }
  }

  private final String value;
  private final String canonical;
  private final int at;

  /**
   * @param value without quotes
   * @param at where in it the domain begins, less one
   */
  private EmailAddress(String value, int at) {
    this.value = value;
    this.canonical = value.toLowerCase(Locale.ROOT);
    this.at = at;
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is none; the message never repeats the text
   */
  @JsonCreator
  public static EmailAddress of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("not an e-mail address"));
  }

  /** Reads an address, or gives nothing where the text is none. */
  public static Optional<EmailAddress> parse(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    int at = text.lastIndexOf('@');
    if (at < 1 || at == text.length() - 1) {
      return Optional.empty();
    }
    return isPlain(text, at) ? Optional.of(new EmailAddress(text, at)) : parseOdd(text, at);
  }

  /** Whether it can stay as it is: ASCII, a domain in small letters, and nowhere too long. */
  private static boolean isPlain(String text, int at) {
    if (at > MAX_LOCAL_OCTETS || text.length() > MAX_OCTETS) {
      return false;
    }
    int i = 0;
    while (i < at && text.charAt(i) < LOCAL.length && LOCAL[text.charAt(i)]) {
      i++;
    }
    return i == at && isHostName(text, at + 1) && isSmall(text, at + 1);
  }

  private static boolean isSmall(String text, int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) < 'A' || text.charAt(i) > 'Z')) {
      i++;
    }
    return i == text.length();
  }

  private static Optional<EmailAddress> parseOdd(String text, int at) {
    String local = unquoted(text.substring(0, at));
    int localOctets = octets(local);
    if (localOctets > MAX_LOCAL_OCTETS || !isLocalPart(local)) {
      return Optional.empty();
    }
    return asciiDomain(text.substring(at + 1))
        .filter(domain -> localOctets + 1 + domain.length() <= MAX_OCTETS)
        .map(domain -> new EmailAddress(local + "@" + domain, local.length()));
  }

  private static String unquoted(String local) {
    boolean quoted = local.length() > 2 && local.startsWith("\"") && local.endsWith("\"");
    return quoted ? local.substring(1, local.length() - 1) : local;
  }

  private static boolean isLocalPart(String local) {
    int i = 0;
    while (i < local.length() && isAllowed(local.codePointAt(i))) {
      i += Character.charCount(local.codePointAt(i));
    }
    return i == local.length();
  }

  private static boolean isAllowed(int c) {
    if (isLetterOrDigit(c)) {
      return true;
    }
    return c > ' '
        && FORBIDDEN.indexOf(c) < 0
        && !Character.isISOControl(c)
        && !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && Character.getType(c) != Character.FORMAT
        && Character.getType(c) != Character.SURROGATE;
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }

  /** Whether the domain is another's by the one standard or by the other. */
  private static boolean isReadDifferently(int c) {
    return Character.getType(c) == Character.FORMAT
        || (c >= 0xfe00 && c <= 0xfe0f)
        || DEVIATIONS.indexOf(c) >= 0;
  }

  private static Optional<String> asciiDomain(String text) {
    // Nearly every domain is one, and the platform takes far longer to say the same.
    if (isHostName(text, 0)) {
      return Optional.of(text.toLowerCase(Locale.ROOT));
    }
    if (text.codePoints().anyMatch(EmailAddress::isReadDifferently)) {
      return Optional.empty();
    }
    if (text.length() > MAX_OCTETS) {
      // The platform throws what it does not say at a thousand characters.
      return Optional.empty();
    }
    String ascii;
    try {
      ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    boolean emptyLabel = ascii.startsWith(".") || ascii.endsWith(".") || ascii.contains("..");
    return ascii.isEmpty() || emptyLabel ? Optional.empty() : Optional.of(ascii);
  }

  /** Labels of ASCII letters, digits and inner hyphens (RFC 1123, section 2.1). */
  private static boolean isHostName(String text, int from) {
    int label = from;
    for (int i = from; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '.';
      if (c == '.') {
        if (i == label || i - label > MAX_LABEL || text.charAt(i - 1) == '-') {
          return false;
        }
        label = i + 1;
      } else if (!isLetterOrDigit(c) && (c != '-' || i == label)) {
        return false;
      }
    }
    return true;
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The local part as it was given, without quotes, and the domain in ASCII. */
  @JsonValue
  public String value() {
    return value;
  }

  /**
   * The address as it goes into a header, and to a mail server: that, with the local part in quotes
   * where it needs them (RFC 5322, section 3.4.1).
   */
  public String addrSpec() {
    return isDotAtom() ? value : '"' + localPart() + "\"@" + domain();
  }

  /** Whether there is a word beside each dot of the local part. */
  private boolean isDotAtom() {
    int dot = value.indexOf('.');
    while (dot >= 0 && dot < at) {
      if (dot == 0 || dot == at - 1 || value.charAt(dot + 1) == '.') {
        return false;
      }
      dot = value.indexOf('.', dot + 1);
    }
    return true;
  }

  /** The form that is compared and hashed: all lower case. */
  public String canonical() {
    return canonical;
  }

  /** What stands before the last {@code @}, without quotes. */
  public String localPart() {
    return value.substring(0, at);
  }

  /** The domain in ASCII and lower case. */
  public String domain() {
    return value.substring(at + 1);
  }

  /** Whether SES can carry it: it has no SMTPUTF8, so the local part must be ASCII (RFC 6531). */
  public boolean isAscii() {
    // One octet for each letter.
    return octets(value) == value.length();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EmailAddress that && canonical.equals(that.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return "[address]";
  }
}
