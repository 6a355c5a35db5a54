package org.aliasrelay.forward.vault;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;

/**
 * The content of an object on its way from S3. To close the SDK's stream is to read on to its end;
 * most that is opened is closed at once, since somebody else is at work on it, and may be large.
 */
final class S3Content extends FilterInputStream {
  /** Less is read on, for that costs less than another connection. */
  private static final int WORTH_READING_ON = 64 * 1024;

  private final ResponseInputStream<?> object;
  private long left;

  S3Content(ResponseInputStream<?> object, long size) {
    super(object);
    this.object = object;
    this.left = size;
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    left -= octet < 0 ? 0 : 1;
    return octet;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    left -= Math.max(0, count);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    left -= skipped;
    return skipped;
  }

  @Override
  public void close() throws IOException {
    if (left > WORTH_READING_ON) {
      object.abort();
    } else {
      super.close();
    }
  }
}
