package org.aliasrelay.alias.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What every master key must do. */
interface MasterKeyContract {
  MasterKey masterKey() throws Exception;

  @Test
  default void unwrapsWhatItWrapped() throws Exception {
    MasterKey key = masterKey();

    assertThat(key.unwrap(key.wrap(bytes("key"), bytes("ann")), bytes("ann")))
        .isEqualTo(bytes("key"));
  }

  @Test
  default void unwrapsNothingForAnotherOwner() throws Exception {
    MasterKey key = masterKey();
    byte[] wrapped = key.wrap(bytes("key"), bytes("ann"));

    assertThatThrownBy(() -> key.unwrap(wrapped, bytes("bob"))).isInstanceOf(SealBroken.class);
  }

  @Test
  default void unwrapsNothingThatWasChanged() throws Exception {
    MasterKey key = masterKey();
    byte[] wrapped = key.wrap(bytes("key"), bytes("ann"));
    wrapped[wrapped.length - 1] ^= 1;

    assertThatThrownBy(() -> key.unwrap(wrapped, bytes("ann"))).isInstanceOf(SealBroken.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
