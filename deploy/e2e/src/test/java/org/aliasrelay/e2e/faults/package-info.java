/**
 * Faults at every step: a service is killed, or stopped past its leases, at each statement and each
 * call that it makes, and what became of the mail is read from outside.
 */
@NullMarked
package org.aliasrelay.e2e.faults;

import org.jspecify.annotations.NullMarked;
