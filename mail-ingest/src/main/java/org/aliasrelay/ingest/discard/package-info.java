/** Deletes the content of mail that nobody gets. */
@NullMarked
package org.aliasrelay.ingest.discard;

import org.jspecify.annotations.NullMarked;
