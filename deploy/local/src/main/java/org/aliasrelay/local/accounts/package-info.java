/** An OpenID Connect provider that believes everybody, standing in for Firefox Accounts. */
@NullMarked
package org.aliasrelay.local.accounts;

import org.jspecify.annotations.NullMarked;
