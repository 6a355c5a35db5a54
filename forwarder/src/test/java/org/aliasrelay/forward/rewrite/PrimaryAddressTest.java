package org.aliasrelay.forward.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrimaryAddressTest {
  private final PrimaryAddress primary = new PrimaryAddress(Plans.PRIMARY, Plans.ALIAS);

  @ParameterizedTest
  @CsvSource({
    "for ADA@Mailbox.test, for k7m2p9@relay.test",
    "=?utf-8?Q?=C3=A9_ada=40mailbox.test?=, é k7m2p9@relay.test",
    "=?utf-8?Q?ada=40mail?= =?utf-8?Q?box.test?=, k7m2p9@relay.test",
    "name*=utf-8''ada%40mailbox.test, name*=utf-8''k7m2p9%40relay.test",
    "ada@mail\u00adbox.test, k7m2p9@relay.test",
  })
  void findsTheAddressInAFieldAsItWillBeRead(String field, String cleaned) {
    assertThat(primary.replacedInField(field)).isEqualTo(cleaned);
  }

  @Test
  void keepsAFieldThatDoesNotHoldIt() {
    assertThat(primary.replacedInField("=?utf-8?Q?=C3=A9t=C3=A9?=  of bada@mailbox.example"))
        .isEqualTo("=?utf-8?Q?=C3=A9t=C3=A9?=  of bada@mailbox.example");
  }
}
