/** Shows an owner the account as a whole, and takes the owner's choices for it. */
@NullMarked
package org.aliasrelay.alias.profiles;

import org.jspecify.annotations.NullMarked;
