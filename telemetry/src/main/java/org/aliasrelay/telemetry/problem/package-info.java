/** Every error as problem details (RFC 9457), and never with the text of an exception. */
@NullMarked
package org.aliasrelay.telemetry.problem;

import org.jspecify.annotations.NullMarked;
