package org.aliasrelay.forward.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** What looks like a message of OpenPGP, and what of it nobody unpacks. */
class OpenPgpTest {
  /** As if compressed, in a way that does not exist. */
  private static final byte[] BARE_SIGNATURE = {(byte) 0xc8, 3, 9, 1, 2};

  @Test
  void bareSignatureIsNoMessage() {
    assertThat(OpenPgp.opened(BARE_SIGNATURE, new Inflation())).isInstanceOf(Opened.Nothing.class);
  }

  @Test
  void moreThanFitsIntoMemoryIsNotUnpacked() throws Exception {
    assertThat(OpenPgp.opened(packed(12 << 20), new Inflation()))
        .isInstanceOf(Opened.Unknown.class);
    assertThat(OpenPgp.opened(packed(4 << 20), new Inflation())).isInstanceOf(Opened.Content.class);
  }

  /** A compressed packet of unknown length (RFC 9580, section 4.2.2.4), by zlib. */
  private static byte[] packed(int size) throws Exception {
    var out = new ByteArrayOutputStream();
    out.write(0xa3);
    out.write(2);
    try (var zlib = new DeflaterOutputStream(out)) {
      zlib.write(new byte[size]);
    }
    return out.toByteArray();
  }
}
