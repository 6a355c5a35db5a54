/** Takes mail for the relay domain by SMTP and does what SES receiving does with it. */
@NullMarked
package org.aliasrelay.local.door;

import org.jspecify.annotations.NullMarked;
