/** What the person types, and what they read. */
@NullMarked
package org.aliasrelay.launcher;

import org.jspecify.annotations.NullMarked;
