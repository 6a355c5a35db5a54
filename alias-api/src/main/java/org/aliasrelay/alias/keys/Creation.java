package org.aliasrelay.alias.keys;

/** What came of asking for a new key. */
sealed interface Creation {
  /** Here it is. */
  record Created(NewApiKey key) implements Creation {}

  /** The account has as many as it may. */
  record LimitReached(int limit) implements Creation {}
}
