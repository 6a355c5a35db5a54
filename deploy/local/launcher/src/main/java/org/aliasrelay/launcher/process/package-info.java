/** Starting, finding, watching and stopping the processes of the stack. */
@NullMarked
package org.aliasrelay.launcher.process;

import org.jspecify.annotations.NullMarked;
