/**
 * The closed lists of what may be counted. Nothing here can hold an address, an account or an
 * alias, and nothing else can be sent.
 */
@NullMarked
package org.aliasrelay.telemetry.contract;

import org.jspecify.annotations.NullMarked;
