package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.Serial;
import java.net.URLEncoder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.ReverseAlias;
import org.aliasrelay.forward.MailConfig;

/**
 * Puts contacts' own addresses where the owner's mail program quoted, invited or attached their
 * reverse aliases, with the at sign in each way ({@link PrimaryAddress}). Whoever knows a reverse
 * alias is one proof short of writing in the owner's name.
 */
public final class ReverseNames {
  /** Nobody's. */
  public static final ReverseNames NONE = new ReverseNames(List.of());

  private static final String SCHEME = "mailto:";

  private static final String IN_URI = "%#/?&=^`{|}";

  /** What octets in hexadecimal begin with, in URIs, reports and quoted-printable. */
  private static final String HEXADECIMAL = "%+=";

  private static final Pattern FOLDS = Pattern.compile(PrimaryAddress.FOLD);

  private final Map<String, EmailAddress> contacts = new HashMap<>();

  /** How long local parts are: as a rule all are of one length. */
  private final SortedSet<Integer> lengths = new TreeSet<>(Comparator.reverseOrder());

  /** From the at sign on; the local part before it is looked up, however many there are. */
  private final Pattern plain;

  private final Pattern folded;

  /** Of these contacts. */
  public ReverseNames(List<ReverseAlias> aliases) {
    Set<String> domains = new HashSet<>();
    for (ReverseAlias alias : aliases) {
      contacts.put(alias.reverse().canonical(), alias.contact());
      lengths.add(alias.reverse().localPart().length());
      domains.add(alias.reverse().domain());
    }
    this.plain = atAnyOf(domains, Pattern::quote);
    this.folded =
        atAnyOf(
            domains,
            text -> PrimaryAddress.FOLD + PrimaryAddress.spaced(text, PrimaryAddress.FOLD));
  }

  private static Pattern atAnyOf(Set<String> domains, UnaryOperator<String> pattern) {
    return Pattern.compile(
        domains.stream()
            .map(pattern)
            .collect(joining("|", PrimaryAddress.FOUND_AT + "(?<domain>", ")")),
        Pattern.CASE_INSENSITIVE);
  }

  /**
   * The text with contacts' own.
   *
   * @throws TooLongException if it is longer than anything that can be sent then
   */
  String replacedIn(String text) {
    return replacedIn(plain, text, UnaryOperator.identity());
  }

  /** The same for text whose lines are folded anywhere. */
  String replacedInFolded(String text) {
    return replacedIn(folded, text, UnaryOperator.identity());
  }

  /** The same for HTML, in which some characters mean something. */
  String replacedInHtml(String text) {
    return replacedIn(plain, text, ReverseNames::inHtml);
  }

  /** In which ways a local part, or the beginning of one, is written for a contact. */
  public static Stream<String> ways(String local) {
    Stream<String> hidden =
        HEXADECIMAL.chars().mapToObj(mark -> inHexadecimal(local).replace('%', (char) mark));
    return Stream.concat(
        hidden, Stream.of(local, inHtml(local), inUri(local), inHtml(inUri(local))));
  }

  /** A reverse alias has some forty letters, and a contact's address up to 254. */
  static final class TooLongException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    TooLongException() {
      super("a text became too long", null, false, false);
    }
  }

  /** In a header field as it will be read; one that does not hold any stays as it is. */
  String replacedInField(String value) {
    String seen = Words.onlyVisible(EncodedWords.decodeAll(value));
    String clean = replacedIn(seen);
    return clean.equals(seen) ? value : clean;
  }

  private String replacedIn(Pattern pattern, String text, UnaryOperator<String> escaped) {
    if (contacts.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int copied = 0;
    Matcher at = pattern.matcher(text);
    while (at.find()) {
      var local = Local.of(text, copied, at.start(), lengths.first(), pattern == folded);
      String domain = unfolded(at.group("domain"));
      for (int length : lengths) {
        EmailAddress contact =
            length > local.length() ? null : contacts.get(local.last(length) + "@" + domain);
        if (contact != null) {
          int start = local.start(length);
          boolean isUri = pattern != folded && isBehindScheme(text, start);
          out.append(text, copied, start)
              .append(written(contact.localPart(), at.group("at"), isUri, escaped))
              .append(at.group("at"))
              .append(contact.domain());
          copied = at.end();
          if (out.length() > MailConfig.TAKEN_BY_SES) {
            throw new TooLongException();
          }
          break;
        }
      }
    }
    return out.append(text, copied, text.length()).toString();
  }

  private static String unfolded(String text) {
    return FOLDS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /**
   * What stands before an at sign.
   *
   * @param letters in lower case, without folds
   * @param starts where the last of them is in the text, the last two are, and so on
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  private record Local(String letters, int[] starts) {
    /** At most so many letters of {@code text[from, at)}. */
    static Local of(String text, int from, int at, int most, boolean isFolded) {
      StringBuilder backwards = new StringBuilder();
      int[] starts = new int[most];
      int i = isFolded ? beforeFold(text, from, at) : at;
      while (i > from && backwards.length() < most) {
        i--;
        starts[backwards.length()] = i;
        backwards.append(Character.toLowerCase(text.charAt(i)));
        i = isFolded ? beforeFold(text, from, i) : i;
      }
      return new Local(backwards.reverse().toString(), starts);
    }

    private static int beforeFold(String text, int from, int end) {
      boolean fold =
          end - 2 >= from
              && text.charAt(end - 2) == '\n'
              && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t');
      if (!fold) {
        return end;
      }
      return end - 3 >= from && text.charAt(end - 3) == '\r' ? end - 3 : end - 2;
    }

    int length() {
      return letters.length();
    }

    String last(int count) {
      return letters.substring(length() - count);
    }

    /** Where so many of the last letters begin in the text. */
    int start(int count) {
      return starts[count - 1];
    }
  }

  /** RFC 6068. */
  private static boolean isBehindScheme(String text, int at) {
    int start = at - SCHEME.length();
    return start >= 0 && text.regionMatches(true, start, SCHEME, 0, SCHEME.length());
  }

  /** Where the at sign is an octet in hexadecimal, so is whatever means something there. */
  private static String written(
      String local, String at, boolean isUri, UnaryOperator<String> escaped) {
    if (at.endsWith("40")) {
      return inHexadecimal(local).replace('%', at.charAt(0));
    }
    return escaped.apply(isUri ? inUri(local) : local);
  }

  private static String inHexadecimal(String local) {
    return URLEncoder.encode(local, UTF_8).replace("_", "%5F");
  }

  /** Only what means something there (RFC 6068, section 2): programs compare the rest as text. */
  private static String inUri(String local) {
    StringBuilder uri = new StringBuilder();
    for (int i = 0; i < local.length(); i++) {
      char c = local.charAt(i);
      if (IN_URI.indexOf(c) >= 0) {
        uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
      } else {
        uri.append(c);
      }
    }
    return uri.toString();
  }

  private static String inHtml(String local) {
    return local.replace("&", "&amp;").replace("'", "&#39;");
  }
}
