@NullMarked
package org.aliasrelay.ingest.verify;

import org.jspecify.annotations.NullMarked;
