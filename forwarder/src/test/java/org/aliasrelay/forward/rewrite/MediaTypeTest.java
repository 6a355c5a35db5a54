package org.aliasrelay.forward.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MediaTypeTest {
  @Test
  void readsOverABareCarriageReturn() {
    assertThat(MediaType.of("multipart/mixed;\r boundary=b").isMultipart()).isTrue();
  }

  @Test
  void boundaryWithoutAValueIsNone() {
    assertThat(MediaType.of("multipart/mixed; boundary; charset=x").isMultipart()).isFalse();
  }
}
