/** Hands out addresses on the relay domain, each of them once and for ever. */
@NullMarked
package org.aliasrelay.alias.issuing;

import org.jspecify.annotations.NullMarked;
