@NullMarked
package org.aliasrelay.ingest;

import org.jspecify.annotations.NullMarked;
