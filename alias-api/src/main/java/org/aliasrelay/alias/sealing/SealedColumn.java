package org.aliasrelay.alias.sealing;

/** Every column that holds sealed text. The name goes into the seal, so renaming one breaks it. */
public enum SealedColumn {
  /** The owner's real address. */
  ACCOUNT_PRIMARY,
  /** What the owner calls an API key. */
  API_KEY_NAME,
  /** The alias itself: with a primary address beside it, it would be the pair nobody may see. */
  ALIAS_ADDRESS,
  /** The owner's note. */
  ALIAS_DESCRIPTION,
  /** The site that an alias was made for. */
  ALIAS_GENERATED_FOR,
  /** The sites that an alias was seen on. */
  ALIAS_USED_ON,
  /** A correspondent's real address. */
  CONTACT_ADDRESS,
  /** The address that stands for a correspondent. */
  CONTACT_REVERSE,
  /** An address or a domain that may write to an alias. */
  ALLOWED_SENDER
}
