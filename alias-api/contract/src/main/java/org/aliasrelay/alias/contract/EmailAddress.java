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
 * 4.5.3.1, and RFC 3696, erratum 1690). An internationalised domain is held in its ASCII form. No
 * white space, controls, angle brackets, quotes or commas: such local parts are legal only when
 * quoted, and no provider hands them out.
 */
public final class EmailAddress {
  private static final int MAX_LOCAL_OCTETS = 64;
  private static final int MAX_OCTETS = 254;
  private static final String FORBIDDEN = "<>()[]\\,;:\"@";

  private final String localPart;
  private final String domain;
  private final String canonical;

  private EmailAddress(String localPart, String domain) {
    this.localPart = localPart;
    this.domain = domain;
    this.canonical = value().toLowerCase(Locale.ROOT);
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
    String local = text.substring(0, at);
    return asciiDomain(text.substring(at + 1))
        .filter(domain -> isLocalPart(local))
        .filter(domain -> octets(local) + 1 + domain.length() <= MAX_OCTETS)
        .map(domain -> new EmailAddress(local, domain));
  }

  private static boolean isLocalPart(String local) {
    if (octets(local) > MAX_LOCAL_OCTETS) {
      return false;
    }
    return local
        .codePoints()
        .noneMatch(
            c ->
                c <= ' '
                    || FORBIDDEN.indexOf(c) >= 0
                    || Character.isISOControl(c)
                    || Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE);
  }

  private static Optional<String> asciiDomain(String text) {
    String ascii;
    try {
      ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    boolean emptyLabel = ascii.startsWith(".") || ascii.endsWith(".") || ascii.contains("..");
    return ascii.isEmpty() || emptyLabel ? Optional.empty() : Optional.of(ascii);
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The address as it goes on the wire: the local part as it was given, the domain in ASCII. */
  @JsonValue
  public String value() {
    return localPart + "@" + domain;
  }

  /** The form that is compared and hashed: all lower case. */
  public String canonical() {
    return canonical;
  }

  /** What stands before the last {@code @}. */
  public String localPart() {
    return localPart;
  }

  /** The domain in ASCII and lower case. */
  public String domain() {
    return domain;
  }

  /** Whether SES can carry it: it has no SMTPUTF8, so the local part must be ASCII (RFC 6531). */
  public boolean isAscii() {
    return localPart.chars().allMatch(c -> c < 128);
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
