/** What became of mail that was sent: SES's events, and who has to know of them. */
@NullMarked
package org.aliasrelay.ingest.follow;

import org.jspecify.annotations.NullMarked;
