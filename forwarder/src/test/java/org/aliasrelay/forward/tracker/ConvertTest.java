package org.aliasrelay.forward.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/trackers/convert}: lists of others in our form. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "operators convert with a POSIX shell")
class ConvertTest {
  private static final String RULES =
      """
      [Adblock Plus 2.0]
      ! a comment
      ||t.example^
      ||T2.example^$third-party
      ||img.example/open.gif?
      ||img.example/o/*.gif
      ||only.example^$domain=shop.example
      ||code.example^$script
      ||picture.example^$image,third-party
      @@||good.example^
      shop.example##.ad
      """;
  private static final String HOSTS =
      """
      # a comment
      127.0.0.1 localhost
      0.0.0.0 h1.example h2.example # why
      0.0.0.0 0.0.0.0
      plain.example
      /ads/
      """
          .replace("\n", "\r\n");

  @TempDir Path folder;

  private String converted(String list) throws Exception {
    Path file = Files.writeString(folder.resolve("list.txt"), list);
    Process convert =
        new ProcessBuilder("sh", "../deploy/trackers/convert", file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(convert.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(convert.waitFor()).isZero();
    assertThat(TrackerList.parse(out)).isNotNull();
    return out;
  }

  @Test
  void takesFromRulesWhatCanBeSaidInOurForm() throws Exception {
    assertThat(converted(RULES).lines().skip(1))
        .containsExactly("img.example/open.gif?", "picture.example", "t.example", "t2.example");
  }

  @Test
  void takesTheHostsOfAHostsFile() throws Exception {
    assertThat(converted(HOSTS).lines().skip(1))
        .containsExactly("h1.example", "h2.example", "plain.example");
  }
}
