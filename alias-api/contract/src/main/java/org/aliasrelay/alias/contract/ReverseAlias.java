package org.aliasrelay.alias.contract;

/**
 * A contact of one alias, and the address that stands for it.
 *
 * @param contact the real address of a correspondent
 * @param reverse an unguessable address on the relay domain that belongs to exactly one alias and
 *     one contact
 */
public record ReverseAlias(EmailAddress contact, EmailAddress reverse) {}
