package org.aliasrelay.alias.aliases;

/**
 * The number of an alias.
 *
 * @param value random, 1 to 2⁵³ − 1
 */
public record AliasId(long value) {}
