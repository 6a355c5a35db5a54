/** Lets the other services in: on a port of their own, with a credential. */
@NullMarked
package org.aliasrelay.alias.services;

import org.jspecify.annotations.NullMarked;
