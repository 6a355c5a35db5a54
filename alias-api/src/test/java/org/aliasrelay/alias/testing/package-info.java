/** What integration tests have in common: signing in, keys, and the internal port. */
@NullMarked
package org.aliasrelay.alias.testing;

import org.jspecify.annotations.NullMarked;
