package org.aliasrelay.forward.vault;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An open message.
 *
 * @param size in bytes
 * @param content read once, from the start
 */
public record VaultObject(long size, InputStream content) implements AutoCloseable {
  private static final int BUFFER = 16 * 1024;

  /** Buffers the content, which is read byte by byte at first. */
  public VaultObject {
    content = new BufferedInputStream(content, BUFFER);
  }

  @Override
  public void close() {
    try {
      content.close();
    } catch (IOException e) {
      // Either everything was read, or nobody wants the rest.
      return;
    }
  }
}
