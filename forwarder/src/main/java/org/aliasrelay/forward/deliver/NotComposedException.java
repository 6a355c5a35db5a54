package org.aliasrelay.forward.deliver;

import java.io.Serial;

/** Composing failed in a way that is about this mail, and that nobody foresaw. */
class NotComposedException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * @param cause a class name or a status; never text of the mail
   */
  NotComposedException(String cause) {
    super(cause);
  }
}
