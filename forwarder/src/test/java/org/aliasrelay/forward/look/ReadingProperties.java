package org.aliasrelay.forward.look;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.forward.rewrite.Plans;
import org.aliasrelay.forward.rewrite.PrimaryAddress;

/** What must hold for the address in any place of any text, in each way to write it. */
class ReadingProperties {
  private static final String NAMING = "Write to ada@mailbox.test for more.";

  /** Longer than what is looked at in one piece. */
  private static final int LONG = 80_000;

  @Property(tries = 400)
  void findsTheAddressWhereverAndHoweverItIsWritten(
      @ForAll Coding coding,
      @ForAll @IntRange(max = LONG) int before,
      @ForAll @IntRange(max = 10_000) int after,
      @ForAll Random random) {
    String text = filler(before, random) + "\r\n\r\n" + coding.apply(NAMING, random) + "\r\n\r\n";
    assertThat(isRevealing((text + filler(after, random)).getBytes(ISO_8859_1))).isTrue();
  }

  @Property(tries = 200)
  void findsNothingWhereNothingIs(
      @ForAll Coding coding, @ForAll @IntRange(max = LONG) int before, @ForAll Random random) {
    String text = coding.apply("Write to eve@mailbox.test for more, ada.", random);
    assertThat(isRevealing((filler(before, random) + text).getBytes(ISO_8859_1))).isFalse();
  }

  @Property(tries = 200)
  void takesAnyBytes(@ForAll byte[] anything) {
    assertThat(isRevealing(anything)).isFalse();
  }

  @Property(tries = 200)
  void readsOnWhereAStretchEnds(
      @ForAll Coding coding, @ForAll @IntRange(max = 200) int border, @ForAll Random random) {
    byte[] text = coding.apply(NAMING, random).getBytes(ISO_8859_1);
    int middle = Math.min(border, text.length);
    assertThat(
            Reading.all().stream()
                .anyMatch(
                    reading -> {
                      Window window = new Window(sought());
                      reading.read(text, 0, middle, window);
                      reading.read(text, middle, text.length, window);
                      return window.hasShown();
                    }))
        .isTrue();
  }

  private static boolean isRevealing(byte[] message) {
    var plan = Plans.reply(EmailAddress.of("ann@shop.example"));
    return LastLook.of(plan, PrimaryAddress.of(plan)).isRevealing(message);
  }

  private static Sought sought() {
    var plan = Plans.reply(EmailAddress.of("ann@shop.example"));
    return Sought.of(plan, PrimaryAddress.of(plan));
  }

  private static String filler(int length, Random random) {
    StringBuilder filler = new StringBuilder(length);
    while (filler.length() < length) {
      int c = random.nextInt(100);
      filler.append(c < 95 ? (char) (' ' + c) : c < 97 ? '\u00e4' : '\n');
    }
    return filler.toString();
  }
}
