package org.aliasrelay.alias.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.aliasrelay.alias.contract.SuspectMail;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is stored. Only what was changed is written: the owner's wishes and the
 * provider's word on the address may come at the same time.
 */
@Entity
@DynamicUpdate
@Table(name = "account")
class AccountRow {
  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "subject_hash", nullable = false)
  byte[] subjectHash;

  @Column(name = "primary_hash", nullable = false)
  byte[] primaryHash;

  @Column(name = "primary_sealed", nullable = false)
  byte[] primarySealed;

  @Column(name = "wrapped_key", nullable = false)
  byte[] wrappedKey;

  @Column(name = "locale")
  @Nullable String locale;

  @Column(name = "suspect_mail", nullable = false)
  @Enumerated(EnumType.STRING)
  SuspectMail suspectMail = SuspectMail.FORWARD_MARKED;

  @Column(name = "banner", nullable = false)
  boolean banner;

  @Column(name = "remove_trackers", nullable = false)
  boolean removeTrackers;

  @Column(name = "metrics_enabled", nullable = false)
  boolean metricsEnabled;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  /** For Hibernate. */
  AccountRow() {}
}
