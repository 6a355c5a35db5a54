package org.aliasrelay.alias.routes;

import org.aliasrelay.alias.sealing.Fingerprint;

/** Whose address a recipient is. */
sealed interface Recipient {
  /** An alias. */
  record OfAlias(RouteTarget.Owner target, boolean enabled, boolean paused) implements Recipient {}

  /** A reverse alias; its owner is known by the fingerprint of the primary address. */
  record OfContact(RouteTarget.Correspondent target, boolean enabled, Fingerprint primary)
      implements Recipient {}

  /** Nobody's. */
  record Nobody() implements Recipient {}
}
