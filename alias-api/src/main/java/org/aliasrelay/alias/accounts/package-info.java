/**
 * Opens an account for a person whom the accounts provider vouches for, and knows their primary
 * address.
 */
@NullMarked
package org.aliasrelay.alias.accounts;

import org.jspecify.annotations.NullMarked;
