/** Creates, lists, labels, switches and deletes aliases. */
@NullMarked
package org.aliasrelay.alias.aliases;

import org.jspecify.annotations.NullMarked;
