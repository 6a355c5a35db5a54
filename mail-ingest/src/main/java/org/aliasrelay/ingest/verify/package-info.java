/** Is this really what Amazon SNS sent us, lately and on our topic? */
@NullMarked
package org.aliasrelay.ingest.verify;

import org.jspecify.annotations.NullMarked;
