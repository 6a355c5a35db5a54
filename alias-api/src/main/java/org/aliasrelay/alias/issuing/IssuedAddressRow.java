package org.aliasrelay.alias.issuing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** One address that was handed out once, and never again. */
@Entity
@Table(name = "issued_address")
class IssuedAddressRow {
  @Id
  @Column(name = "address_hash")
  private byte[] addressHash;

  @Column(name = "issued_on", nullable = false)
  private LocalDate issuedOn;

  /** For Hibernate. */
  IssuedAddressRow() {}
}
