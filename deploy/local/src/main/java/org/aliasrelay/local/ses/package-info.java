/** Sends mail as SES does: its two APIs, limits, errors, header changes and events. */
@NullMarked
package org.aliasrelay.local.ses;

import org.jspecify.annotations.NullMarked;
