/** Lets programs in by API keys that their owner makes and revokes. */
@NullMarked
package org.aliasrelay.alias.keys;

import org.jspecify.annotations.NullMarked;
