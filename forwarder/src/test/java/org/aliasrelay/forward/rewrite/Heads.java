package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;

/** Headers of a few lines. */
final class Heads {
  private Heads() {}

  /** Whose lines end with CRLF. */
  static Head of(String header) throws Exception {
    return HeaderReader.read(new ByteArrayInputStream(header.getBytes(UTF_8)));
  }
}
