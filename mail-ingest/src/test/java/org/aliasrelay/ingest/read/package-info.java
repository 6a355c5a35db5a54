@NullMarked
package org.aliasrelay.ingest.read;

import org.jspecify.annotations.NullMarked;
