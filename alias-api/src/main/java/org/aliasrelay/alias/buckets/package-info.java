/** Token buckets in memory, for whoever must not have more than a share. */
@NullMarked
package org.aliasrelay.alias.buckets;

import org.jspecify.annotations.NullMarked;
