package org.aliasrelay.forward.rewrite;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.ReverseAlias;

/**
 * Puts contacts' own addresses where the owner's mail program quoted their reverse aliases. Whoever
 * knows a reverse alias is one proof short of writing in the owner's name.
 */
public final class ReverseNames {
  /** Nobody's. */
  public static final ReverseNames NONE = new ReverseNames(List.of());

  private final Map<String, EmailAddress> contacts = new TreeMap<>();
  private final Pattern anyOfThem;

  /** Of these contacts. */
  public ReverseNames(List<ReverseAlias> aliases) {
    aliases.forEach(alias -> contacts.put(alias.reverse().canonical(), alias.contact()));
    this.anyOfThem =
        Pattern.compile(
            String.join("|", contacts.keySet().stream().map(Pattern::quote).toList()),
            Pattern.CASE_INSENSITIVE);
  }

  String replacedIn(String text) {
    return contacts.isEmpty()
        ? text
        : anyOfThem
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(contactOf(found.group()).value()));
  }

  private EmailAddress contactOf(String reverse) {
    return Objects.requireNonNull(contacts.get(reverse.toLowerCase(Locale.ROOT)));
  }
}
