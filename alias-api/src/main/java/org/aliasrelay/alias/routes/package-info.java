/**
 * Says where mail for one recipient goes, and names it by a token that only this service can open.
 */
@NullMarked
package org.aliasrelay.alias.routes;

import org.jspecify.annotations.NullMarked;
