package org.aliasrelay.alias.bounces;

import org.aliasrelay.alias.sealing.Fingerprint;

/**
 * A mail came back.
 *
 * @param ofThisAddress whether it is known to have been sent to the address the owner has now
 */
record Bounce(Fingerprint mail, boolean ofThisAddress) {}
