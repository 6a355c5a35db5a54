package org.aliasrelay.alias.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DataKeysTest {
  private static final AccountId ANN = AccountId.random();
  private static final AccountId BOB = AccountId.random();

  private final CountingMasterKey masterKey;
  private final DataKeys keys;

  DataKeysTest() throws Exception {
    masterKey = new CountingMasterKey(new LocalMasterKey(Keyset.generate()), new AtomicInteger());
    keys = new DataKeys(masterKey, new Config());
  }

  @Test
  void opensWhatItSealed() {
    AccountSeal seal = sealOf(ANN);

    byte[] sealed = seal.seal(SealedColumn.ALIAS_DESCRIPTION, 1L, "Grüße");

    assertThat(seal.open(SealedColumn.ALIAS_DESCRIPTION, 1L, sealed)).isEqualTo("Grüße");
    assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("Grüße");
  }

  @Test
  void opensNothingInAnotherColumnOrRow() {
    AccountSeal seal = sealOf(ANN);
    byte[] sealed = seal.seal(SealedColumn.ALIAS_DESCRIPTION, 1L, "text");

    assertThatThrownBy(() -> seal.open(SealedColumn.ALIAS_USED_ON, 1L, sealed))
        .isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> seal.open(SealedColumn.ALIAS_DESCRIPTION, 2L, sealed))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void opensNothingOfAnotherAccount() {
    byte[] sealed = sealOf(ANN).seal(SealedColumn.ALIAS_DESCRIPTION, 1L, "text");

    assertThatThrownBy(() -> sealOf(BOB).open(SealedColumn.ALIAS_DESCRIPTION, 1L, sealed))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void refusesTheDataKeyOfAnotherAccount() {
    byte[] keyOfAnn = keys.create(ANN);

    assertThatThrownBy(() -> keys.sealOf(BOB, () -> keyOfAnn)).isInstanceOf(SealBroken.class);
  }

  @Test
  void asksTheMasterKeyOnceInAWhile() {
    byte[] wrapped = keys.create(ANN);

    AccountSeal first = keys.sealOf(ANN, () -> wrapped);

    assertThat(keys.sealOf(ANN, () -> wrapped)).isSameAs(first);
    assertThat(masterKey.unwrapped()).hasValue(1);
  }

  private AccountSeal sealOf(AccountId account) {
    return keys.sealOf(account, () -> keys.create(account));
  }

  private record CountingMasterKey(MasterKey real, AtomicInteger unwrapped) implements MasterKey {
    @Override
    public byte[] wrap(byte[] dataKey, byte[] associatedData) {
      return real.wrap(dataKey, associatedData);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associatedData) {
      unwrapped.incrementAndGet();
      return real.unwrap(wrapped, associatedData);
    }
  }

  private record Config() implements DataKeysConfig {
    @Override
    public Duration keepFor() {
      return Duration.ofMinutes(1);
    }

    @Override
    public long atMost() {
      return 10;
    }
  }
}
