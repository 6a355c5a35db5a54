package org.aliasrelay.alias.contacts;

/**
 * The number of a contact.
 *
 * @param value random, 1 to 2⁵³ − 1
 */
public record ContactId(long value) {}
