/** The mail bucket: where a raw message lies until its last recipient is done. */
@NullMarked
package org.aliasrelay.forward.vault;

import org.jspecify.annotations.NullMarked;
