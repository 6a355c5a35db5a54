@NullMarked
package org.aliasrelay.ingest.receive;

import org.jspecify.annotations.NullMarked;
