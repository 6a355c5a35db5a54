package org.aliasrelay.alias.routes;

import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contacts.ContactId;

/** What a route token stands for. */
public sealed interface RouteTarget {
  /** The alias that the mail goes through. */
  AliasId alias();

  /** Mail to an alias: for its owner. */
  record Owner(AliasId alias) implements RouteTarget {}

  /** Mail to a reverse alias: for the contact behind it. */
  record Correspondent(AliasId alias, ContactId contact) implements RouteTarget {}
}
