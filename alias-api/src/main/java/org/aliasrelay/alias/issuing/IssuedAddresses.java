package org.aliasrelay.alias.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.hibernate.Session;

/** Remembers every address that was ever handed out. */
@ApplicationScoped
public class IssuedAddresses {
  private final EntityManager entities;
  private final Clock clock;

  IssuedAddresses(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Takes addresses for ever, within the caller's transaction.
   *
   * @return whether all were free; if not, those that were free are taken all the same
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean claim(Collection<Fingerprint> addresses) {
    byte[][] hashes = addresses.stream().map(Fingerprint::bytes).toArray(byte[][]::new);
    int claimed =
        entities
            .unwrap(Session.class)
            .doReturningWork(
                connection -> {
                  try (PreparedStatement insert =
                      connection.prepareStatement(
                          """
                          insert into issued_address (address_hash, issued_on)
                          select hash, ? from unnest(?) as hash on conflict do nothing
                          """)) {
                    insert.setDate(1, Date.valueOf(LocalDate.now(clock.withZone(ZoneOffset.UTC))));
                    insert.setArray(2, connection.createArrayOf("bytea", hashes));
                    return insert.executeUpdate();
                  }
                });
    return claimed == hashes.length;
  }
}
