package org.aliasrelay.alias.aliases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * An alias as it is stored. The counters are never written from here: only {@code activity} adds.
 */
@Entity
@Table(name = "alias")
@DynamicUpdate
class AliasRow {
  @Id
  @Column(name = "id")
  long id;

  @Column(name = "uuid", nullable = false)
  UUID uuid;

  @Column(name = "account_id", nullable = false)
  UUID accountId;

  @Column(name = "address_hash", nullable = false)
  byte[] addressHash;

  @Column(name = "address_sealed", nullable = false)
  byte[] addressSealed;

  @Column(name = "description_sealed")
  byte @Nullable [] descriptionSealed;

  @Column(name = "generated_for_sealed")
  byte @Nullable [] generatedForSealed;

  @Column(name = "used_on_sealed")
  byte @Nullable [] usedOnSealed;

  @Column(name = "enabled", nullable = false)
  boolean enabled;

  @Column(name = "block_list_emails", nullable = false)
  boolean blockListEmails;

  @Column(name = "senders_limited", nullable = false)
  boolean sendersLimited;

  @Column(name = "disabled_because")
  @Enumerated(EnumType.STRING)
  @Nullable DisabledBecause disabledBecause;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @Column(name = "last_modified_at", nullable = false)
  Instant lastModifiedAt;

  @Column(name = "last_used_at", insertable = false, updatable = false)
  @Nullable Instant lastUsedAt;

  @Column(name = "num_forwarded", insertable = false, updatable = false)
  long numForwarded;

  @Column(name = "num_blocked", insertable = false, updatable = false)
  long numBlocked;

  @Column(name = "num_replied", insertable = false, updatable = false)
  long numReplied;

  @Column(name = "num_spam", insertable = false, updatable = false)
  long numSpam;

  @Column(name = "num_trackers", insertable = false, updatable = false)
  long numTrackers;

  /** For Hibernate. */
  AliasRow() {}
}
