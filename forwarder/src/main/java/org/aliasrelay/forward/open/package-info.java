/**
 * Opens what is signed and packed, but not enciphered, so that somebody can look through it:
 * anybody who gets it can do the same.
 */
@NullMarked
package org.aliasrelay.forward.open;

import org.jspecify.annotations.NullMarked;
