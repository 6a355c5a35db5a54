@NullMarked
package org.aliasrelay.ingest.publish;

import org.jspecify.annotations.NullMarked;
