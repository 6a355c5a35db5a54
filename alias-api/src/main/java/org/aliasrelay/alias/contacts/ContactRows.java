package org.aliasrelay.alias.contacts;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.hibernate.Session;

/** The table of contacts. */
@ApplicationScoped
class ContactRows implements PanacheRepositoryBase<ContactRow, Long> {
  private static final Sort NEWEST_FIRST = Sort.descending("createdAt", "id");

  /** No contact has this number. */
  private static final long NO_CONTACT = 0;

  List<ContactRow> byAddress(long alias, Collection<Fingerprint> addresses) {
    return list("aliasId = ?1 and addressHash in ?2", alias, bytes(addresses));
  }

  List<ContactRow> byReverse(long alias, Collection<Fingerprint> reverse) {
    return list("aliasId = ?1 and reverseHash in ?2", alias, bytes(reverse));
  }

  /** Reverse aliases of any alias of one account. */
  List<ContactRow> byReverse(UUID account, Collection<Fingerprint> reverse) {
    return list(
        "reverseHash in ?1 and aliasId in (select a.id from AliasRow a where a.accountId = ?2)",
        bytes(reverse),
        account);
  }

  List<ContactRow> newestFirst(AliasId alias, int most) {
    return find("aliasId", NEWEST_FIRST, alias.value()).page(0, most).list();
  }

  /** Those that come after this one, the newest first. */
  List<ContactRow> olderThan(ContactRow row, int most) {
    return find(
            "aliasId = ?1 and (createdAt < ?2 or createdAt = ?2 and id < ?3)",
            NEWEST_FIRST,
            row.aliasId,
            row.createdAt,
            row.id)
        .page(0, most)
        .list();
  }

  Optional<ContactRow> find(AliasId alias, ContactId id) {
    return find("id = ?1 and aliasId = ?2", id.value(), alias.value()).firstResultOptional();
  }

  /**
   * Notes an automatic answer, unless there was another since {@code horizon}. The same mail may
   * ask as often as it likes: it is sent once.
   */
  boolean answerAutomatically(ContactId id, Fingerprint mail, Instant now, Instant horizon) {
    return getEntityManager()
            .createNativeQuery(
                """
                update contact
                   set automatic_reply_at =
                         case when automatic_reply_hash = :mail then automatic_reply_at else :now end,
                       automatic_reply_hash = :mail
                 where id = :id
                   and (automatic_reply_at is null or automatic_reply_at <= :horizon
                        or automatic_reply_hash = :mail)
                """)
            .setParameter("mail", mail.bytes())
            .setParameter("now", now.atOffset(ZoneOffset.UTC))
            .setParameter("horizon", horizon.atOffset(ZoneOffset.UTC))
            .setParameter("id", id.value())
            .executeUpdate()
        > 0;
  }

  /** Deletes a contact, and notes at its reverse alias which alias that was of. */
  boolean retire(AliasId alias, ContactId id) {
    return getEntityManager()
            .createNativeQuery(
                """
                with gone as (
                  delete from contact where id = :id and alias_id = :alias returning reverse_hash)
                update issued_address i set retired_from = :alias
                  from gone where i.address_hash = gone.reverse_hash
                """)
            .setParameter("id", id.value())
            .setParameter("alias", alias.value())
            .executeUpdate()
        > 0;
  }

  /**
   * Does the same to the oldest contacts that the owner does not keep. Whoever else does so now is
   * at other ones.
   *
   * @return how many
   */
  int retireOldest(AliasId alias, int most, Collection<ContactId> spared) {
    return getEntityManager()
        .createNativeQuery(
            """
            with gone as (
              delete from contact where id in (
                select id from contact
                 where alias_id = :alias and not kept and id not in (:spared)
                 order by created_at, id limit :most for update skip locked)
              returning reverse_hash)
            update issued_address i set retired_from = :alias
              from gone where i.address_hash = gone.reverse_hash
            """)
        .setParameter("alias", alias.value())
        .setParameter("most", most)
        .setParameter(
            "spared",
            Stream.concat(Stream.of(NO_CONTACT), spared.stream().map(ContactId::value)).toList())
        .executeUpdate();
  }

  /** Notes that the owner made use of a contact. */
  void keep(ContactId id) {
    int _ = update("kept = true where id = ?1 and kept = false", id.value());
  }

  private static List<byte[]> bytes(Collection<Fingerprint> fingerprints) {
    return fingerprints.stream().map(Fingerprint::bytes).toList();
  }

  /** Adds contacts in one statement, leaving out those that somebody else has added meanwhile. */
  void addNew(List<ContactRow> rows) {
    getEntityManager().unwrap(Session.class).doWork(connection -> insert(connection, rows));
  }

  private static void insert(Connection connection, List<ContactRow> rows) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into contact (id, alias_id, address_hash, address_sealed, reverse_hash,
                                 reverse_sealed, created_at)
            select *, ? from unnest(?, ?, ?, ?, ?, ?)
            on conflict (alias_id, address_hash) do nothing
            """)) {
      insert.setObject(1, OffsetDateTime.ofInstant(rows.getFirst().createdAt, ZoneOffset.UTC));
      insert.setArray(2, numbers(connection, rows, row -> row.id));
      insert.setArray(3, numbers(connection, rows, row -> row.aliasId));
      insert.setArray(4, bytes(connection, rows, row -> row.addressHash));
      insert.setArray(5, bytes(connection, rows, row -> row.addressSealed));
      insert.setArray(6, bytes(connection, rows, row -> row.reverseHash));
      insert.setArray(7, bytes(connection, rows, row -> row.reverseSealed));
      insert.executeUpdate();
    }
  }

  private static Array numbers(
      Connection connection, List<ContactRow> rows, Function<ContactRow, Long> column)
      throws SQLException {
    return connection.createArrayOf("bigint", rows.stream().map(column).toArray(Long[]::new));
  }

  private static Array bytes(
      Connection connection, List<ContactRow> rows, Function<ContactRow, byte[]> column)
      throws SQLException {
    return connection.createArrayOf("bytea", rows.stream().map(column).toArray(byte[][]::new));
  }
}
