package org.aliasrelay.e2e;

import java.util.Arrays;
import org.aliasrelay.testkit.CorpusFolder;

/**
 * One message of a corpus.
 *
 * @param message as it goes over SMTP
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares samples.
record Sample(String name, byte[] message) {
  private static final int LONGEST_LINE = 998;

  static Sample of(CorpusFolder.Message message) {
    return new Sample(message.name(), RawSmtp.withoutLastCrlf(message.withCrlf()));
  }

  /** Whether the body of what arrived is, byte for byte, the end of this message. */
  boolean bodyIsIn(byte[] arrived) {
    byte[] body = withoutLastLineEnd(Received.bodyOf(arrived));
    byte[] mine = withoutLastLineEnd(message);
    int start = mine.length - body.length;
    return start >= 0 && Arrays.equals(mine, start, mine.length, body, 0, body.length);
  }

  /** Whether SES would refuse some line: NUL, a bare CR, or more than 998 octets. */
  boolean needsRepair() {
    int line = 0;
    for (int i = 0; i < message.length; i++) {
      byte b = message[i];
      boolean lineEnd = b == '\r' && i + 1 < message.length && message[i + 1] == '\n';
      if (lineEnd) {
        line = 0;
        i++;
      } else if (b == 0 || b == '\r' || ++line > LONGEST_LINE) {
        return true;
      }
    }
    return false;
  }

  private static byte[] withoutLastLineEnd(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }

  @Override
  public String toString() {
    return name;
  }
}
