package org.aliasrelay.local.queues;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A queue did not take a message. */
public final class QueueUnavailableException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  QueueUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
