package org.aliasrelay.alias.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.LossReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
  private static final Instant LAST = Instant.parse("2026-11-24T10:00:00Z");

  static List<String> languages() {
    return Texts.LANGUAGES;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyReasonHasATextAndAnAdviceInEveryLanguage(String language) {
    for (NoticeReason reason : NoticeReason.values()) {
      assertThat(new DigestText(Texts.in(language)).body(List.of(line(1, reason, 1)), 9))
          .contains("alias1@relay.test")
          .doesNotContain("{0}", "{1}", "{2}", "null");
    }
    assertThat(Texts.in(language).locale().toLanguageTag()).isEqualTo(language);
  }

  /** Those are cleaned of the address, and sent. */
  @ParameterizedTest
  @MethodSource("languages")
  void blamesNoAnswerToAnInvitationForNamingTheOwner(String language) {
    assertThat(told(language, NoticeReason.WOULD_REVEAL_OWNER))
        .doesNotContainIgnoringCase("invit")
        .doesNotContainIgnoringCase("einlad");
  }

  /** The registered address may have an addition itself. */
  @ParameterizedTest
  @MethodSource("languages")
  void asksForTheAddressAsItIsRegistered(String language) {
    assertThat(told(language, NoticeReason.NOT_FROM_PRIMARY)).doesNotContain("+");
  }

  private static String told(String language, NoticeReason reason) {
    return new DigestText(Texts.in(language)).body(List.of(line(1, reason, 1)), 9);
  }

  @Test
  void readersOfOtherLanguagesGetEnglish() {
    for (String tag : List.of("zu", "", "x-nonsense", "de-AT")) {
      assertThat(new DigestText(Texts.in(tag)).language())
          .isEqualTo(tag.equals("de-AT") ? "de" : "en");
    }
  }

  @Test
  void saysHowOftenAndWhen() {
    String body =
        new DigestText(Texts.in("en")).body(List.of(line(1, NoticeReason.TOO_LARGE, 7)), 9);

    assertThat(body).contains("alias1@relay.test: 7 times, last on 24 Nov 2026, 10:00 UTC");
  }

  @Test
  void writesDatesAsTheLanguageDoes() {
    List<NamedLine> lines = List.of(line(1, NoticeReason.TOO_LARGE, 1));

    assertThat(new DigestText(Texts.in("de")).body(lines, 9)).contains("24. Nov. 2026, 10:00 UTC");
    assertThat(new DigestText(Texts.in("fr")).body(lines, 9)).contains("24 nov. 2026, 10:00 UTC");
  }

  /** Else the reader takes her own letter for one to her, and the advice would be wrong. */
  @ParameterizedTest
  @EnumSource(
      value = LossReason.class,
      names = {
        "ALIAS_DISABLED",
        "TOO_LARGE",
        "VIRUS",
        "FLOODED",
        "HEADER_TOO_LARGE",
        "UNREADABLE",
        "CONTENT_GONE",
        "MESSAGE_REFUSED"
      })
  void saysOfLostRepliesThatTheyAreReplies(LossReason loss) {
    assertThat(NoticeReason.ofReply(loss))
        .hasValueSatisfying(reason -> assertThat(reason.name()).startsWith("REPLY_"));
  }

  @Test
  void countsOnlyWhatIsBeyondTheBound() {
    List<NamedLine> lines =
        IntStream.range(0, 12).mapToObj(i -> line(i, NoticeReason.TOO_LARGE, 1)).toList();

    assertThat(new DigestText(Texts.in("en")).body(lines, 5))
        .contains("And 7 more")
        .containsPattern("(?s)(alias\\d+@relay\\.test.*){5}")
        .doesNotContainPattern("(?s)(alias\\d+@relay\\.test.*){6}");
  }

  private static NamedLine line(int alias, NoticeReason reason, long count) {
    return new NamedLine(
        EmailAddress.of("alias" + alias + "@relay.test"),
        new Line(new AliasId(alias), reason, count, LAST));
  }
}
