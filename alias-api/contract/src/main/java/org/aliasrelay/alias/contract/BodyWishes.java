package org.aliasrelay.alias.contract;

/**
 * What the owner wants done with the bodies of forwarded mail. Signed and encrypted parts stay as
 * they are all the same.
 *
 * @param banner a line at the top that names the alias
 * @param removeTrackers images that report that the mail was read are taken out
 * @param language of the banner: a BCP 47 tag, {@code en} where the owner's is not known
 */
public record BodyWishes(boolean banner, boolean removeTrackers, String language) {
  /** The body as it is: the default. */
  public static final BodyWishes NONE = new BodyWishes(false, false, "en");
}
