package org.aliasrelay.forward.wish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attributes of an image, in HTML. */
class ImageTest {
  private static boolean isRemoved(String attributes) {
    return !HtmlReader.read("<img " + attributes + ">", image -> image.isTracker(Mails.TRACKERS))
        .orElseThrow()
        .unwanted()
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src=https://t.example/logo.png width=600 height=200",
        "SRC='HTTPS://u1.T.EXAMPLE/x'",
        "src=//shop.example/open.gif?u=1",
        "src='&#104;ttps://t.example/p'",
        "src=\" https://t.example/p \"",
        "src=https://a.example/p width=1 height=1",
        "src=https://a.example/p width='1px' height=\"0\"",
        "src=https://a.example/p height=0",
        "src=https://a.example/p width=1",
        "src=https://a.example/p style='display:none'",
        "src=https://a.example/p style='visibility: hidden'",
        "src=https://a.example/p style='opacity:0.0;width:20px'",
        "src=https://a.example/p style='color:red; DISPLAY : NONE !important'",
        "src=https://a.example/p style='width:1px;height:1px'",
        "src=https://a.example/p width=20 style='max-height:0px'",
        "src=https://a.example/p src=cid:x width=1 height=1",
        "src=https://a.example/p hidden",
        "src=https://a.example/p HIDDEN='' width=40 height=40",
        "src=https://a.example/p width='0%'",
        "src=https://a.example/p style='height:0em'",
        "src=https://a.example/p style='max-width:100%;height:1px'",
      })
  void isTakenOut(String attributes) {
    assertThat(isRemoved(attributes)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "src=cid:logo width=1 height=1",
        "src=data:image/gif;base64,R0 style=display:none",
        "src=https://a.example/logo.png",
        "src=https://a.example/logo.png width=100% height=1%",
        "src=https://a.example/line.gif width=600 height=1",
        "src=https://a.example/line.gif width='100%' height='1'",
        "src=https://a.example/line.gif width='1' height='100%'",
        "src=https://a.example/line.gif style='width:100%;height:1px'",
        "src=https://a.example/line.gif style='width:40em;height:1px'",
        "src=https://a.example/logo.png style='display:block;width:100%'",
        "src=https://a.example/logo.png style='opacity:0.5;visibility:visible;opacity:'",
        "src=https://shop.example/logo.png",
        "alt='src=https://t.example/p'",
      })
  void stays(String attributes) {
    assertThat(isRemoved(attributes)).isFalse();
  }
}
