/** What mail-ingest's message looks like on the wire. */
@NullMarked
package org.aliasrelay.ingest.contract;

import org.jspecify.annotations.NullMarked;
