/**
 * Tells owners what became of mail that did not get through: in one digest and not often, in their
 * language, and with nothing of what was in the mail.
 */
@NullMarked
package org.aliasrelay.alias.notices;

import org.jspecify.annotations.NullMarked;
