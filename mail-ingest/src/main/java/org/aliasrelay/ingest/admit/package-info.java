/** Should this message come in, for this recipient? */
@NullMarked
package org.aliasrelay.ingest.admit;

import org.jspecify.annotations.NullMarked;
