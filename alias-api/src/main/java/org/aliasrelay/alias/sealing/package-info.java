/**
 * Seals what must not be read in a copy of the database, and makes keyed hashes to find it again.
 */
@NullMarked
package org.aliasrelay.alias.sealing;

import org.jspecify.annotations.NullMarked;
