package org.aliasrelay.alias.aliases;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.aliasrelay.alias.issuing.RelayDomain;
import org.jspecify.annotations.Nullable;

/**
 * An alias as clients of Firefox Relay know it. Every key is always there, and only {@code used_on}
 * and {@code last_used_at} may be null: the client written in Rust insists. Our own are {@code
 * uuid}, and {@code disabled_because}: empty, or why the relay turned the alias off.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RelayAddressJson(
    String maskType,
    boolean enabled,
    String description,
    String generatedFor,
    boolean blockListEmails,
    @Nullable String usedOn,
    long id,
    UUID uuid,
    String address,
    int domain,
    String fullAddress,
    Instant createdAt,
    Instant lastModifiedAt,
    @Nullable Instant lastUsedAt,
    long numForwarded,
    long numBlocked,
    long numLevelOneTrackersBlocked,
    long numReplied,
    long numSpam,
    String disabledBecause) {
  static RelayAddressJson of(Alias alias) {
    AliasLabels labels = alias.labels();
    return new RelayAddressJson(
        "random",
        alias.enabled(),
        labels.description(),
        labels.generatedFor(),
        alias.blockListEmails(),
        labels.usedOn().isEmpty() ? null : labels.usedOn(),
        alias.id().value(),
        alias.uuid(),
        alias.address().localPart(),
        RelayDomain.ID,
        alias.address().value(),
        alias.createdAt(),
        alias.lastModifiedAt(),
        alias.lastUsedAt(),
        alias.counts().forwarded(),
        alias.counts().blocked(),
        alias.counts().trackers(),
        alias.counts().replied(),
        alias.counts().spam(),
        because(alias.disabledBecause()));
  }

  private static String because(@Nullable DisabledBecause reason) {
    return reason == null ? "" : reason.name().toLowerCase(Locale.ROOT);
  }
}
