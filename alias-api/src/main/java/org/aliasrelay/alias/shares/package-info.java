/**
 * Gives each alias and each owner a fair share of the relay: what comes faster gets a later turn.
 */
@NullMarked
package org.aliasrelay.alias.shares;

import org.jspecify.annotations.NullMarked;
