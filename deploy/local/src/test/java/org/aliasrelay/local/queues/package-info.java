@NullMarked
package org.aliasrelay.local.queues;

import org.jspecify.annotations.NullMarked;
