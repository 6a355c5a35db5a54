/** Counts what happened to aliases, each happening once. */
@NullMarked
package org.aliasrelay.alias.activity;

import org.jspecify.annotations.NullMarked;
