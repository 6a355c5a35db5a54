/** S3, as far as the relay uses it: whole objects, streamed to and from one file each. */
@NullMarked
package org.aliasrelay.local.objects;

import org.jspecify.annotations.NullMarked;
