package org.aliasrelay.alias.aliases;

/** Why the relay itself turned an alias off. The names are stored. */
public enum DisabledBecause {
  /** A mail to its owner was called spam, which reflects on the relay (RFC 5965). */
  COMPLAINT
}
