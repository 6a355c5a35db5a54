/** One port for every AWS service: finds the service a request is meant for and passes it on. */
@NullMarked
package org.aliasrelay.local.front;

import org.jspecify.annotations.NullMarked;
