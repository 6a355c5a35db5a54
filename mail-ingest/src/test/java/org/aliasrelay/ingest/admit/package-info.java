@NullMarked
package org.aliasrelay.ingest.admit;

import org.jspecify.annotations.NullMarked;
