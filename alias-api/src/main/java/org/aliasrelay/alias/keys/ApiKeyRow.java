package org.aliasrelay.alias.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An API key as it is stored: enough to know it again, not to use it. */
@Entity
@Table(name = "api_key")
class ApiKeyRow {
  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "account_id", nullable = false)
  UUID accountId;

  @Column(name = "key_hash", nullable = false)
  byte[] keyHash;

  @Column(name = "name_sealed")
  byte @Nullable [] nameSealed;

  /** Separated by single spaces. */
  @Column(name = "scopes", nullable = false)
  String scopes;

  @Column(name = "expires_at")
  @Nullable Instant expiresAt;

  @Column(name = "last_used_on")
  @Nullable LocalDate lastUsedOn;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  /** For Hibernate. */
  ApiKeyRow() {}

  List<String> scopeList() {
    return List.of(scopes.split(" ", -1));
  }

  boolean expired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }
}
