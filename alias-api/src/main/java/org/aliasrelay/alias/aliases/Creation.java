package org.aliasrelay.alias.aliases;

/** What came of asking for a new alias. */
sealed interface Creation {
  /** Here it is. */
  record Created(Alias alias) implements Creation {}

  /** The account has as many as it may. */
  record LimitReached(int limit) implements Creation {}
}
