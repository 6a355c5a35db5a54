package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.ReverseAlias;

/**
 * Puts contacts' own addresses where the owner's mail program quoted, invited or attached their
 * reverse aliases, with the at sign in each way ({@link PrimaryAddress}). Whoever knows a reverse
 * alias is one proof short of writing in the owner's name.
 */
public final class ReverseNames {
  /** Nobody's. */
  public static final ReverseNames NONE = new ReverseNames(List.of());

  private static final Pattern FOLDS = Pattern.compile(PrimaryAddress.FOLD);

  private final Map<String, EmailAddress> contacts = new TreeMap<>();
  private final Pattern plain;
  private final Pattern folded;

  /** Of these contacts. */
  public ReverseNames(List<ReverseAlias> aliases) {
    aliases.forEach(alias -> contacts.put(alias.reverse().canonical(), alias.contact()));
    List<EmailAddress> reverse = aliases.stream().map(ReverseAlias::reverse).toList();
    this.plain = anyOf(reverse, Pattern::quote, "");
    this.folded =
        anyOf(
            reverse, text -> PrimaryAddress.spaced(text, PrimaryAddress.FOLD), PrimaryAddress.FOLD);
  }

  private static Pattern anyOf(
      List<EmailAddress> addresses, UnaryOperator<String> pattern, String behindAt) {
    return Pattern.compile(
        anyOf(addresses, EmailAddress::localPart, pattern)
            + PrimaryAddress.FOUND_AT
            + behindAt
            + anyOf(addresses, EmailAddress::domain, pattern),
        Pattern.CASE_INSENSITIVE);
  }

  private static String anyOf(
      List<EmailAddress> addresses,
      Function<EmailAddress, String> half,
      UnaryOperator<String> pattern) {
    return addresses.stream().map(half).distinct().map(pattern).collect(joining("|", "(?:", ")"));
  }

  String replacedIn(String text) {
    return replacedIn(plain, text);
  }

  /** The same for text whose lines are folded anywhere. */
  String replacedInFolded(String text) {
    return replacedIn(folded, text);
  }

  /** In a header field as it will be read; one that does not hold any stays as it is. */
  String replacedInField(String value) {
    String seen = Words.onlyVisible(EncodedWords.decode(value));
    String clean = replacedIn(seen);
    return clean.equals(seen) ? value : clean;
  }

  private String replacedIn(Pattern pattern, String text) {
    return contacts.isEmpty()
        ? text
        : pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement(found)));
  }

  private String replacement(MatchResult found) {
    String at = found.group("at");
    String all = found.group();
    int local = found.start("at") - found.start();
    String reverse = all.substring(0, local) + "@" + all.substring(local + at.length());
    EmailAddress contact =
        contacts.get(FOLDS.matcher(reverse).replaceAll("").toLowerCase(Locale.ROOT));
    // A contact's local part may stand before the domain of another.
    return contact == null ? all : written(contact, at);
  }

  /** Where the at sign is an octet in hexadecimal, so is whatever means something there. */
  private static String written(EmailAddress contact, String at) {
    String local = contact.localPart();
    if (at.endsWith("40")) {
      local = URLEncoder.encode(local, UTF_8).replace("_", "%5F").replace('%', at.charAt(0));
    }
    return local + at + contact.domain();
  }
}
