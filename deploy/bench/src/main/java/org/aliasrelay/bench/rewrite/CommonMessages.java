package org.aliasrelay.bench.rewrite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.aliasrelay.forward.rewrite.HeaderTooLargeException;

/**
 * The messages that both ways get to the end with, so that both are given the same work.
 *
 * @param leftOut how many that are not
 */
record CommonMessages(List<byte[]> messages, int leftOut) {

  static CommonMessages of(List<byte[]> all) {
    List<byte[]> readable = new ArrayList<>();
    for (byte[] message : all) {
      if (isReadable(message)) {
        readable.add(message);
      }
    }
    return new CommonMessages(readable, all.size() - readable.size());
  }

  long bytes() {
    return messages.stream().mapToLong(message -> message.length).sum();
  }

  private static boolean isReadable(byte[] message) {
    try {
      var ours = Rewriting.of(message).rewritten();
      var theirs = DomRewriting.rewritten(message);
      return ours.length > 0 && theirs.length > 0;
    } catch (IOException | HeaderTooLargeException | RuntimeException e) {
      return false;
    }
  }
}
