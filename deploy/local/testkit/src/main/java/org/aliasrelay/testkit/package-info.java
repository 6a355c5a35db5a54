/** Gives a test the local cloud, as a process of its own on free ports. */
@NullMarked
package org.aliasrelay.testkit;

import org.jspecify.annotations.NullMarked;
