/** Knows from whom an alias takes mail, where its owner has made a list. */
@NullMarked
package org.aliasrelay.alias.senders;

import org.jspecify.annotations.NullMarked;
