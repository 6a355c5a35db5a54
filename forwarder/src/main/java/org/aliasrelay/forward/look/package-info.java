/**
 * Looks for the owner's address in a reply that is ready to be sent, in every way in which a mail
 * program might read it. Changes nothing.
 */
@NullMarked
package org.aliasrelay.forward.look;

import org.jspecify.annotations.NullMarked;
