/** A question to another host, and an answer in time and in bounds. */
@NullMarked
package org.aliasrelay.ingest.ask;

import org.jspecify.annotations.NullMarked;
