package org.aliasrelay.alias.contacts;

/** What came of asking for a reverse alias before there was any mail. */
sealed interface WritingFirst {
  /** There was no such contact; now there is. */
  record Made(Contact contact) implements WritingFirst {}

  /** There was one already. */
  record Known(Contact contact) implements WritingFirst {}

  /** The account has no such alias. */
  record NoSuchAlias() implements WritingFirst {}

  /** The address is one of the owner's own, as an alias or a reverse alias is: no contact. */
  record OwnAddress() implements WritingFirst {}

  /** The alias has as many contacts as it may. */
  record LimitReached(int limit) implements WritingFirst {}
}
