package org.aliasrelay.alias.aliases;

/**
 * How many mails went which way.
 *
 * @param spam how many of the blocked were so as spam
 * @param trackers how many were taken out of the forwarded
 */
public record AliasCounts(long forwarded, long blocked, long replied, long spam, long trackers) {}
