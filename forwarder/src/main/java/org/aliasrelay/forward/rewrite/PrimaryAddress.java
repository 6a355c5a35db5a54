package org.aliasrelay.forward.rewrite;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aliasrelay.alias.contract.EmailAddress;

/** Finds the owner's address in what the owner wrote, and puts the alias in its place. */
public final class PrimaryAddress {
  private final Pattern pattern;
  private final String alias;

  /** Looks for {@code primary} in any letter case. */
  public PrimaryAddress(EmailAddress primary, EmailAddress alias) {
    this.pattern =
        Pattern.compile(
            Pattern.quote(primary.value()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    this.alias = alias.value();
  }

  boolean isIn(String text) {
    return pattern.matcher(text).find();
  }

  String replacedIn(String text) {
    return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(alias));
  }
}
