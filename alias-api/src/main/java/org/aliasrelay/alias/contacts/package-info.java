/** Gives each correspondent of an alias a reverse alias, through which the owner can answer. */
@NullMarked
package org.aliasrelay.alias.contacts;

import org.jspecify.annotations.NullMarked;
