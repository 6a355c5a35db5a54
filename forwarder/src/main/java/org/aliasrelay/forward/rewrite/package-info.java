/**
 * Turns the message a stranger wrote into one that may reach the owner, and the owner's answer into
 * one that may reach the stranger. Header fields are spliced: what is kept, keeps its bytes. Bodies
 * pass through, but for a reply's text parts, from which the owner's address is taken out.
 */
@NullMarked
package org.aliasrelay.forward.rewrite;

import org.jspecify.annotations.NullMarked;
