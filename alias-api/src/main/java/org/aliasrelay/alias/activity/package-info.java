/** Takes what happened to the mail of aliases, each happening once, and draws the consequences. */
@NullMarked
package org.aliasrelay.alias.activity;

import org.jspecify.annotations.NullMarked;
