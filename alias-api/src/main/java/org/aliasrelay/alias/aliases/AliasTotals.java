package org.aliasrelay.alias.aliases;

/** The aliases of one account, added up. */
public record AliasTotals(long aliases, AliasCounts counts) {}
