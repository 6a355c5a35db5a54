/** One attempt at one delivery, from claim to cleaning up. */
@NullMarked
package org.aliasrelay.forward.deliver;

import org.jspecify.annotations.NullMarked;
