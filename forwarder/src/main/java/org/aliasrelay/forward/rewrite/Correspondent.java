package org.aliasrelay.forward.rewrite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aliasrelay.alias.contract.EmailAddress;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.ByteSequence;

/**
 * A mailbox in an address field (RFC 5322, section 3.4).
 *
 * @param name decoded and cleaned; empty where there is none
 * @param written the address as text, cleaned; shown, never used
 * @param address the address, where it is one that mail can be sent to: not beyond ASCII before the
 *     at sign, which SES cannot carry (RFC 6531)
 */
public record Correspondent(String name, String written, Optional<EmailAddress> address) {
  /** A name can be a novel; a mail program shows a line. */
  private static final int LONGEST_NAME = 128;

  private static final int LONGEST_WRITTEN = 320;

  private static final Pattern SPACES = Pattern.compile(" {2,}");

  /**
   * As they are written.
   *
   * @param name with encoded words
   */
  static Correspondent of(String name, String address) {
    return new Correspondent(
        cut(clean(EncodedWords.decode(name)), LONGEST_NAME),
        cut(clean(address), LONGEST_WRITTEN),
        EmailAddress.parse(address).filter(EmailAddress::isAscii));
  }

  /**
   * The same where the address is printable ASCII.
   *
   * @param name with encoded words
   */
  static Correspondent plain(String name, String address) {
    return new Correspondent(
        name.isEmpty() ? name : cut(clean(EncodedWords.decode(name)), LONGEST_NAME),
        cut(address, LONGEST_WRITTEN),
        EmailAddress.parse(address));
  }

  /** Everyone a field names. Groups are opened; what cannot be read is left out. */
  static List<Correspondent> in(String fieldValue) {
    return PlainAddresses.in(fieldValue).orElseGet(() -> inUsual(OddLists.asUsual(fieldValue)));
  }

  private static List<Correspondent> inUsual(String list) {
    return PlainAddresses.in(list).orElseGet(() -> readByMime4j(list));
  }

  /**
   * The same for any list, however odd. Names are read with their encoded words whole, but only
   * where that names the same people as every other program will read.
   */
  static List<Correspondent> readByMime4j(String fieldValue) {
    List<Correspondent> found = parsed(HiddenWords.hidden(fieldValue));
    List<Correspondent> named =
        fieldValue.contains("=?") ? parsed(HiddenWords.hiddenWhole(fieldValue)) : found;
    List<Correspondent> read = addresses(named).equals(addresses(found)) ? named : found;
    return read.isEmpty() ? onlyShown(fieldValue) : read;
  }

  private static List<Optional<EmailAddress>> addresses(List<Correspondent> all) {
    return all.stream().map(Correspondent::address).toList();
  }

  private static List<Correspondent> parsed(String hidden) {
    List<Correspondent> found = new ArrayList<>();
    // Not from a CharSequence: Mime4j then mistakes the length in characters for that in bytes.
    ByteSequence bytes = new ByteArrayBuffer(hidden.getBytes(StandardCharsets.UTF_8), true);
    ParserCursor all = new ParserCursor(0, bytes.length());
    for (Mailbox mailbox : LenientAddressParser.DEFAULT.parseAddressList(bytes, all).flatten()) {
      if (found.size() >= PlainAddresses.MOST) {
        break;
      }
      String name = mailbox.getName() == null ? "" : HiddenWords.shown(mailbox.getName());
      Correspondent one = of(name, HiddenWords.shown(mailbox.getAddress()));
      if (!one.written.isEmpty() || !name.isBlank()) {
        found.add(one);
      }
    }
    return found;
  }

  /**
   * Who may be meant where nobody can be read, as in {@code Ann :( <ann@…>}: somebody to be shown,
   * and not to be written to, for others may read somebody else.
   */
  private static List<Correspondent> onlyShown(String fieldValue) {
    int open = fieldValue.lastIndexOf('<');
    int close = fieldValue.indexOf('>', open);
    if (open < 0 || close < 0) {
      return List.of();
    }
    String address = fieldValue.substring(open + 1, close);
    return EmailAddress.parse(address).isEmpty()
        ? List.of()
        : List.of(of(fieldValue.substring(0, open), address).unreachable());
  }

  private Correspondent unreachable() {
    return new Correspondent(name, written, Optional.empty());
  }

  /** Everyone that fields of this name name. */
  static List<Correspondent> in(Head head, FieldName name) {
    List<HeaderField> fields = head.all(name);
    if (fields.isEmpty()) {
      return List.of();
    }
    if (fields.size() == 1) {
      return in(fields.getFirst().value());
    }
    List<Correspondent> found = new ArrayList<>();
    for (HeaderField field : fields) {
      if (found.size() < PlainAddresses.MOST) {
        found.addAll(in(field.value()));
      }
    }
    return found;
  }

  /** The same with more of its name; an encoded word may have been cut at its comma. */
  Correspondent behind(List<Correspondent> before) {
    if (before.isEmpty()) {
      return this;
    }
    List<String> pieces =
        Stream.concat(before.stream(), Stream.of(this))
            .map(one -> one.name.isEmpty() ? one.written : one.name)
            .toList();
    String word = String.join(",", pieces);
    String decoded = clean(EncodedWords.decode(word));
    String names = decoded.equals(word) ? String.join(", ", pieces) : decoded;
    return new Correspondent(cut(names, LONGEST_NAME), written, address);
  }

  boolean isAt(EmailAddress other) {
    return address.isPresent() && address.get().equals(other);
  }

  /** The name with the address in brackets, for a display name that hides neither. */
  String display() {
    return name.isEmpty() || name.equals(written) ? written : name + " (" + written + ")";
  }

  /** {@code "display" <address>}, quoted or encoded as needed. */
  static String mailbox(String display, EmailAddress address) {
    if (display.isEmpty()) {
      return address.addrSpec();
    }
    // What looks like an encoded word was one inside another: no reader may decode it once more.
    return EncodedWords.isAscii(display) && !display.contains("=?")
        ? '"' + escaped(display) + "\" <" + address.addrSpec() + ">"
        : EncodedWords.encode(display) + " <" + address.addrSpec() + ">";
  }

  private static String escaped(String text) {
    return text.indexOf('"') < 0 && text.indexOf('\\') < 0
        ? text
        : text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String clean(String text) {
    String line = Words.withoutControls(text).strip();
    return line.contains("  ") ? SPACES.matcher(line).replaceAll(" ") : line;
  }

  private static String cut(String text, int length) {
    return text.length() <= length || text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length));
  }

  @Override
  public String toString() {
    return "Correspondent[]";
  }
}
