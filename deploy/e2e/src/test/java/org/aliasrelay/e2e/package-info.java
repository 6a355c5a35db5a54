/** The whole relay from outside: over SMTP and HTTP, as strangers, owners and operators see it. */
@NullMarked
package org.aliasrelay.e2e;

import org.jspecify.annotations.NullMarked;
