package org.aliasrelay.local.accounts;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Codes that were given out and not yet exchanged; each works once. */
final class SignIns {

  private final Map<String, SignIn> byCode = new ConcurrentHashMap<>();
  private final Clock clock;

  SignIns(Clock clock) {
    this.clock = clock;
  }

  String codeFor(SignIn signIn) {
    byCode.values().removeIf(this::isOver);
    String code = UUID.randomUUID().toString();
    byCode.put(code, signIn);
    return code;
  }

  Optional<SignIn> exchange(@Nullable String code) {
    return code == null
        ? Optional.empty()
        : Optional.ofNullable(byCode.remove(code)).filter(signIn -> !isOver(signIn));
  }

  private boolean isOver(SignIn signIn) {
    return signIn.expires().isBefore(clock.instant());
  }
}
