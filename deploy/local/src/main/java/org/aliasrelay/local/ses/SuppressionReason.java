package org.aliasrelay.local.ses;

/** Why an address is on the suppression list, in the words of SES. */
enum SuppressionReason {
  BOUNCE,
  COMPLAINT
}
