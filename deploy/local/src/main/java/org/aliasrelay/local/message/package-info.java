/**
 * Reads the header block of a raw message and writes another in its place; body bytes stay as they
 * are.
 */
@NullMarked
package org.aliasrelay.local.message;

import org.jspecify.annotations.NullMarked;
