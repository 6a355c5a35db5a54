/** What does the notification say about the mail? Everything in it is a stranger's text. */
@NullMarked
package org.aliasrelay.ingest.read;

import org.jspecify.annotations.NullMarked;
