package org.aliasrelay.local.ses;

import java.io.IOException;

/** Where sent mail goes: the relay's own door, or the providers of everybody else. */
interface Providers {
  /**
   * Returns when the recipient's side has taken the mail.
   *
   * @param returnPath the envelope sender
   * @param content as it leaves SES
   */
  void deliver(String returnPath, Address recipient, byte[] content) throws IOException;
}
