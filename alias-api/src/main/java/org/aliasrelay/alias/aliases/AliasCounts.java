package org.aliasrelay.alias.aliases;

/** How many mails went which way. */
public record AliasCounts(long forwarded, long blocked, long replied) {}
