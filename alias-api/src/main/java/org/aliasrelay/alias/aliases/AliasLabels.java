package org.aliasrelay.alias.aliases;

/**
 * What the owner noted on an alias; each may be empty.
 *
 * @param description a note
 * @param generatedFor the site it was made for
 * @param usedOn the sites it was seen on
 */
public record AliasLabels(String description, String generatedFor, String usedOn) {
  @Override
  public String toString() {
    return "[labels]";
  }
}
