/** Takes each notification from the queue, in order: verify, read, admit, publish, discard. */
@NullMarked
package org.aliasrelay.ingest.receive;

import org.jspecify.annotations.NullMarked;
