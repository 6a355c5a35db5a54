/** PostgreSQL, embedded: one database with one role and one schema for each service. */
@NullMarked
package org.aliasrelay.local.database;

import org.jspecify.annotations.NullMarked;
