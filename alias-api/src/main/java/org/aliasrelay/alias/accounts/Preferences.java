package org.aliasrelay.alias.accounts;

import org.aliasrelay.alias.contract.BodyWishes;
import org.aliasrelay.alias.contract.SuspectMail;

/**
 * What an owner wants for the mail of all aliases.
 *
 * @param suspectMail what becomes of mail that looks like spam
 * @param wishes what is done with bodies, and the language the owner reads
 * @param metricsEnabled whether the owner lets interactions be counted
 */
public record Preferences(SuspectMail suspectMail, BodyWishes wishes, boolean metricsEnabled) {}
