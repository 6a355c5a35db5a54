/**
 * What was let in: the message mail-ingest hands to the forwarder. References only: no address, no
 * subject, no header.
 */
@NullMarked
package org.aliasrelay.ingest.contract;

import org.jspecify.annotations.NullMarked;
