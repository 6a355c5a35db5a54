package org.aliasrelay.alias.routes;

import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contacts.ContactId;

/** What a route token stands for. */
public sealed interface RouteTarget {
  /** The alias that the mail goes through. */
  AliasId alias();

  /** Mail to an alias: for its owner. */
  record Owner(AliasId alias) implements RouteTarget {}

  /**
   * Mail to a reverse alias: for the contact behind it.
   *
   * @param nullSender whether the envelope names nobody: so programs answer, and anybody can send
   */
  record Correspondent(AliasId alias, ContactId contact, boolean nullSender)
      implements RouteTarget {}

  /** A notice to the owner of that alias, whose mail id names it. */
  record Notice(AliasId alias) implements RouteTarget {}

  /** The owner's mail to a reverse alias whose contact is gone: for nobody any more. */
  record FormerCorrespondent(AliasId alias) implements RouteTarget {}
}
