/** Tells the other services what was decided, by reference only. */
@NullMarked
package org.aliasrelay.ingest.publish;

import org.jspecify.annotations.NullMarked;
