package org.aliasrelay.alias.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import org.aliasrelay.alias.contract.EmailAddress;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  private static final EmailAddress ANN = EmailAddress.of("Ann@Mailbox.test");

  private final Fingerprints fingerprints;

  FingerprintsTest() throws Exception {
    fingerprints = new Fingerprints(Keyset.generate());
  }

  @Test
  void findsAnAddressWhateverItsCase() {
    assertThat(fingerprints.ofPrimary(ANN))
        .isEqualTo(fingerprints.ofPrimary(EmailAddress.of("ann@mailbox.test")));
  }

  @Test
  void differsFromUseToUse() {
    assertThat(fingerprints.ofPrimary(ANN))
        .isNotEqualTo(fingerprints.ofIssued(ANN))
        .isNotEqualTo(fingerprints.ofContact(1, ANN));
  }

  @Test
  void doesNotLinkAContactOfTwoAliases() {
    assertThat(fingerprints.ofContact(1, ANN)).isNotEqualTo(fingerprints.ofContact(2, ANN));
  }

  @Test
  void keepsPartsApart() {
    assertThat(fingerprints.ofSubject("ab", "c")).isNotEqualTo(fingerprints.ofSubject("a", "bc"));
  }

  @Test
  void differsFromKeyToKey() throws Exception {
    assertThat(new Fingerprints(Keyset.generate()).ofPrimary(ANN))
        .isNotEqualTo(fingerprints.ofPrimary(ANN));
  }
}
