/** What the local stack is made of: parts, ports, secrets, places. */
@NullMarked
package org.aliasrelay.launcher.stack;

import org.jspecify.annotations.NullMarked;
