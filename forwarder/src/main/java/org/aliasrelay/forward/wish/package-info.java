/**
 * Does to the text of a forwarded mail what its owner wishes: names the alias at the top, takes
 * trackers out. Every byte beside that stays.
 */
@NullMarked
package org.aliasrelay.forward.wish;

import org.jspecify.annotations.NullMarked;
