package org.aliasrelay.alias.contacts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A contact as it is stored. */
@Entity
@Table(name = "contact")
class ContactRow {
  @Id
  @Column(name = "id")
  long id;

  @Column(name = "alias_id", nullable = false)
  long aliasId;

  @Column(name = "address_hash", nullable = false)
  byte[] addressHash;

  @Column(name = "address_sealed", nullable = false)
  byte[] addressSealed;

  @Column(name = "reverse_hash", nullable = false)
  byte[] reverseHash;

  @Column(name = "reverse_sealed", nullable = false)
  byte[] reverseSealed;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @Column(name = "blocked", nullable = false)
  boolean blocked;

  /** Whether the owner made, answered or blocked it, so that it makes no room for others. */
  @Column(name = "kept", nullable = false)
  boolean kept;

  /** For Hibernate. */
  ContactRow() {}

  /** Whether blocked or let in again, the owner has made use of it. */
  void block(boolean wish) {
    blocked = wish;
    kept = true;
  }
}
