/** SQS, embedded: the relay's queues, each with a dead-letter queue, kept on disk. */
@NullMarked
package org.aliasrelay.local.queues;

import org.jspecify.annotations.NullMarked;
