@NullMarked
package org.aliasrelay.ingest.follow;

import org.jspecify.annotations.NullMarked;
