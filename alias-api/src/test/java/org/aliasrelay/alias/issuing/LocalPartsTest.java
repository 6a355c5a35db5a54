package org.aliasrelay.alias.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LocalPartsTest {
  private final LocalParts localParts = new LocalParts();

  @Test
  void aliasesAreReadableAndStartWithALetter() {
    assertThat(Stream.generate(localParts::forAlias).limit(2000))
        .allMatch(text -> text.matches("[bcdfghjkmnpqrstvwxyz][bcdfghjkmnpqrstvwxyz2-9]{11}"));
  }

  @Test
  void reverseAliasesAreBase32() {
    assertThat(Stream.generate(localParts::forReverseAlias).limit(2000))
        .allMatch(text -> text.matches("[a-z2-7]{32}"));
  }

  @Test
  void noTwoAreAlike() {
    Set<String> different =
        Stream.generate(localParts::forAlias).limit(20_000).collect(Collectors.toSet());

    assertThat(different).hasSize(20_000);
  }

  @Test
  void idsFitIntoAJavaScriptNumber() {
    RandomIds ids = new RandomIds();

    assertThat(Stream.generate(ids::next).limit(20_000))
        .allMatch(id -> id > 0 && id < 1L << 53)
        .doesNotHaveDuplicates();
  }
}
