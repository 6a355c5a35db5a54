package org.aliasrelay.forward.ledger;

/** What is sent. */
public enum SendKind {
  /** A stranger's mail, to the owner of an alias. */
  FORWARD,
  /** The owner's mail, to a contact. */
  REPLY,
  /** A word of ours, to an owner. */
  NOTICE
}
