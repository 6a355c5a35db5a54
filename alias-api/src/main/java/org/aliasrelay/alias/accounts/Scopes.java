package org.aliasrelay.alias.accounts;

import java.util.List;

/** What a key or token may do. Used as role names, so that resources can be annotated with them. */
public final class Scopes {
  /** Read aliases. */
  public static final String ALIASES_READ = "aliases:read";

  /** Create aliases: all that a password manager needs. */
  public static final String ALIASES_CREATE = "aliases:create";

  /** Change and delete aliases. */
  public static final String ALIASES_WRITE = "aliases:write";

  /** Everything about the account itself, keys included. */
  public static final String ACCOUNT = "account";

  /** Not for keys: the accounts provider vouches for this person, account or none. */
  public static final String PERSON = "person";

  /** All that a key can have, in the order in which they are shown. */
  public static final List<String> OF_KEYS =
      List.of(ALIASES_READ, ALIASES_CREATE, ALIASES_WRITE, ACCOUNT);

  private Scopes() {}
}
