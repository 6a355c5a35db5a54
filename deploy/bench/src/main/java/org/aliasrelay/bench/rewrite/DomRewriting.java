package org.aliasrelay.bench.rewrite;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.stream.MimeConfig;

/**
 * Mime4j's DOM: parse everything, write everything. It changes nothing, so it does less than we.
 */
final class DomRewriting {
  private DomRewriting() {}

  static byte[] rewritten(byte[] message) throws IOException {
    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
    Message dom = builder.parseMessage(new ByteArrayInputStream(message));
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream(message.length + 1024);
      new DefaultMessageWriter().writeMessage(dom, out);
      return out.toByteArray();
    } finally {
      dom.dispose();
    }
  }
}
