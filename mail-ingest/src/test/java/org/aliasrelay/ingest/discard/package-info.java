@NullMarked
package org.aliasrelay.ingest.discard;

import org.jspecify.annotations.NullMarked;
