package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.IDN;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.ReverseAlias;

/**
 * Finds the owner's address in what the owner wrote, and puts the alias in its place: in any letter
 * case, with a detail behind the local part, and with the at sign as HTML, URIs, reports (RFC 3461,
 * section 4) and bounce addresses write it.
 *
 * <p>Whatever looks through a text may throw a {@link TooCostlyException}.
 *
 * <p>An address of another's that ends with the same letters stays ({@link Namesakes}). So one of
 * these is for one reply and one thread: it remembers which of those it met.
 */
public final class PrimaryAddress {
  static final String AT = at("=(?:40)?");

  /** Such a character in the manners of {@link #AT}. */
  private static final Map<Integer, String> NAMED =
      Map.of(
          (int) '&', "|&amp;",
          (int) '\'', "|&apos;",
          (int) '+', "|&plus;",
          (int) '_', "|&lowbar;",
          (int) '.', "|&period;");

  /**
   * What many providers let their users put behind the local part (RFC 5233), which is of 64 octets
   * with it.
   */
  private static final String DETAIL =
      "(?:(?:\\+|[%=-]2b|&#0{0,6}43;|&#x0{0,6}2b;|&plus;)[a-z0-9._+=!#$%*~-]{0,64}?)?";

  /** The same, as a group. */
  static final String FOUND_AT = "(?<at>" + AT + ")";

  /** Where calendars and address books fold a line (RFC 5545, section 3.1). */
  static final String FOLD = "(?:\\r?\\n[ \\t])?";

  static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private final Pattern plain;
  private final Pattern folded;
  private final String replacement;
  private final String domain;
  private final String relayDomain;
  private final Namesakes namesakes;
  private final WrappedAddress wrapped;
  private final HostNames hosts;

  /** Looks for {@code primary}. */
  public PrimaryAddress(EmailAddress primary, EmailAddress alias) {
    this(primary, alias, Stream.empty(), true);
  }

  /** Looks for the owner's in a reply. */
  public static PrimaryAddress of(DeliveryPlan.Reply plan) {
    return new PrimaryAddress(
        plan.primary(),
        plan.alias(),
        correspondents(plan),
        !plan.destination().domain().equals(plan.primary().domain()));
  }

  /** Everybody whom the owner is known to write with by that alias. */
  public static Stream<EmailAddress> correspondents(DeliveryPlan.Reply plan) {
    return Stream.concat(
        Stream.of(plan.destination()), plan.reverseAliases().stream().map(ReverseAlias::contact));
  }

  private PrimaryAddress(
      EmailAddress primary,
      EmailAddress alias,
      Stream<EmailAddress> correspondents,
      boolean isElsewhere) {
    this.namesakes = new Namesakes(withoutDetail(primary), correspondents);
    this.domain = primary.domain();
    String spelt = anyOf(domain, one -> spelt(one, ""));
    String at = foundAt(spelt);
    this.plain = Pattern.compile(local(primary, "") + at + spelt, FLAGS);
    this.folded =
        Pattern.compile(
            local(primary, FOLD) + at + FOLD + anyOf(domain, one -> spelt(one, FOLD)), FLAGS);
    this.wrapped = new WrappedAddress(local(primary, ""), spelt, alias);
    this.relayDomain = alias.domain();
    this.hosts = new HostNames(domain, relayDomain, isElsewhere);
    this.replacement =
        Matcher.quoteReplacement(alias.localPart())
            + "${at}"
            + Matcher.quoteReplacement(alias.domain());
  }

  /** The mailbox behind a primary address that has a detail itself, as it is the owner's, too. */
  private static EmailAddress withoutDetail(EmailAddress primary) {
    int plus = primary.localPart().indexOf('+');
    return plus > 0
        ? EmailAddress.of(primary.localPart().substring(0, plus) + "@" + primary.domain())
        : primary;
  }

  /** The local part of the mailbox with the detail that the owner gave, or any, or none. */
  private static String local(EmailAddress primary, String space) {
    String local = withoutDetail(primary).localPart();
    String given = primary.localPart().substring(local.length());
    return spelt(local, space) + "(?:" + spelt(given, space) + ")?" + DETAIL;
  }

  /**
   * A domain as people and programs write it: in ASCII, and if it is internationalised (RFC 5890)
   * with its own letters, too; those also as ISO 8859-1 shows the octets of their UTF-8, which is
   * how texts are searched.
   */
  public static Set<String> spellingsOfDomain(String domain) {
    Set<String> spellings = new LinkedHashSet<>(List.of(domain));
    if (domain.contains("xn--")) {
      String own = IDN.toUnicode(domain);
      for (String letters : List.of(own, own.toUpperCase(Locale.ROOT))) {
        spellings.add(letters);
        spellings.add(new String(letters.getBytes(UTF_8), ISO_8859_1));
      }
    }
    return spellings;
  }

  /**
   * An at sign in front of that domain, as a group. An equals sign is one in the address of a
   * bounce only: another at sign follows, and perhaps something before that. A percent sign is one
   * where another follows at once, and a hyphen begins an octet in links that a filter rewrote.
   */
  private static String foundAt(String domain) {
    String inBounce = "=(?=" + domain + "[^\\s<>\"'&?/]{0,200}?" + AT + ")";
    String onTheWay = "%(?=" + domain + AT + ")";
    return "(?<at>" + at("[=-]40|" + inBounce + "|" + onTheWay) + ")";
  }

  private static String at(String equals) {
    return "(?:@|%40|\\+40|" + equals + "|&#0{0,6}64;|&#[xX]0{0,6}40;|&commat;)";
  }

  /**
   * A local part or a domain, with what is no letter or digit as URIs, reports, servers and HTML
   * write it, too.
   */
  static String spelt(String text, String space) {
    StringBuilder pattern = new StringBuilder();
    text.codePoints().forEach(c -> pattern.append(spelt(c)).append(space));
    return pattern.toString();
  }

  private static String spelt(int c) {
    String plain = Pattern.quote(Character.toString(c));
    if (Character.isLetterOrDigit(c)) {
      return plain;
    }
    String hex = Integer.toHexString(c);
    return "(?:%1$s|[%%=+-]%2$s|&#0{0,6}%3$d;|&#x0{0,6}%2$s;%4$s)"
        .formatted(plain, hex, c, NAMED.getOrDefault(c, ""));
  }

  private static String anyOf(String domain, UnaryOperator<String> pattern) {
    return spellingsOfDomain(domain).stream().map(pattern).collect(joining("|", "(?:", ")"));
  }

  /** Each letter, and that behind it. */
  static String spaced(String text, String space) {
    StringBuilder pattern = new StringBuilder();
    text.codePoints()
        .forEach(c -> pattern.append(Pattern.quote(Character.toString(c))).append(space));
    return pattern.toString();
  }

  /** The identifiers of parts in the body of a reply that end with its domain. */
  PartIds partIds(Head head, byte[] body) {
    return PartIds.in(head, body, domain, relayDomain);
  }

  /** The names of its domain's hosts. */
  HostNames hosts() {
    return hosts;
  }

  /** Whether the text holds it. */
  public boolean isIn(String text) {
    return isIn(plain, text) || wrapped.isIn(text);
  }

  /**
   * Whether its letters are in the text as a server wrapped them up in another address, be it as
   * the end of another's.
   */
  public boolean isWrappedIn(String text) {
    return wrapped.isAnywhereIn(text);
  }

  /** Where its letters are in the text, be it as the end of another's address. */
  public Stream<MatchResult> spelt(String text) {
    return plain.matcher(new MeteredText(text)).results();
  }

  /** The addresses of others that it was asked about so far, and that end with its letters. */
  public Set<String> namesakes() {
    return namesakes.met();
  }

  String replacedIn(String text) {
    return wrapped.replacedIn(replacedIn(plain, text));
  }

  /** The same for text whose lines are folded anywhere. */
  boolean isInFolded(String text) {
    return isIn(folded, text) || wrapped.isIn(text);
  }

  String replacedInFolded(String text) {
    return wrapped.replacedIn(replacedIn(folded, text));
  }

  private boolean isIn(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(new MeteredText(text));
    while (matcher.find()) {
      if (!namesakes.isOne(text, matcher)) {
        return true;
      }
    }
    return false;
  }

  private String replacedIn(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(new MeteredText(text));
    StringBuilder replaced = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          replaced,
          namesakes.isOne(text, matcher) ? Matcher.quoteReplacement(matcher.group()) : replacement);
    }
    return matcher.appendTail(replaced).toString();
  }

  /**
   * In a header field as it will be read: encoded words (RFC 2047) are decoded, and what is
   * invisible is gone. A field that does not hold it stays as it is.
   */
  String replacedInField(String value) {
    String seen = Words.onlyVisible(EncodedWords.decode(value));
    return replacedIn(isIn(seen) ? seen : value);
  }
}
