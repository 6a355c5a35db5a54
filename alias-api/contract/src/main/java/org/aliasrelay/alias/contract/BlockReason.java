package org.aliasrelay.alias.contract;

/** Why an existing recipient takes no mail. A closed list: each value is counted per alias. */
public enum BlockReason {
  /** The owner turned the alias off. */
  ALIAS_DISABLED,
  /** Deliveries to the owner's mailbox are paused. */
  ACCOUNT_PAUSED,
  /** Mail to a reverse alias from someone who is not its owner. */
  NOT_THE_OWNER,

  /** So much mail waits for the alias already that this one would wait for days. */
  FLOODED
}
