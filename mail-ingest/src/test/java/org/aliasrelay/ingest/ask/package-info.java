@NullMarked
package org.aliasrelay.ingest.ask;

import org.jspecify.annotations.NullMarked;
