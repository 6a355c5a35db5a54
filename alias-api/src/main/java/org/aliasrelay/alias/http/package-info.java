/** What every answer has in common: problem documents, tidy paths, health. */
@NullMarked
package org.aliasrelay.alias.http;

import org.jspecify.annotations.NullMarked;
