package org.aliasrelay.alias.senders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A sender that may write to an alias, as it is stored. */
@Entity
@Table(name = "allowed_sender")
class AllowedSenderRow {
  @Id
  @Column(name = "id")
  long id;

  @Column(name = "alias_id", nullable = false)
  long aliasId;

  @Column(name = "sender_hash", nullable = false)
  byte[] senderHash;

  @Column(name = "sender_sealed", nullable = false)
  byte[] senderSealed;

  /** For Hibernate. */
  AllowedSenderRow() {}
}
