package org.aliasrelay.alias.sealing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row by which the right keyset is known. */
@Entity
@Table(name = "key_check")
class KeyCheckRow {
  static final short ONLY = 1;

  @Id
  @Column(name = "id")
  private short id;

  @Column(name = "keyset_check", nullable = false)
  private byte[] check;

  /** For Hibernate. */
  KeyCheckRow() {}

  byte[] check() {
    return check.clone();
  }
}
