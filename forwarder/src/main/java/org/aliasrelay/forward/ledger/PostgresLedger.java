package org.aliasrelay.forward.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The ledger in PostgreSQL. What a method has changed is committed when it returns. */
@ApplicationScoped
class PostgresLedger implements DeliveryLedger {
  private static final String CLAIM =
      """
      insert into delivery (key, state, fence, attempts, lease_until, created_at, updated_at)
      values (?, 'CLAIMED', 1, 0, ?, ?, ?)
      on conflict (key) do update
        set fence = delivery.fence + 1,
            lease_until = excluded.lease_until,
            updated_at = excluded.updated_at
        where delivery.state in ('CLAIMED', 'SENDING')
          and delivery.lease_until <= excluded.updated_at
      returning fence, attempts, undecided, state
      """;
  private static final String LOOK =
      "select state, lease_until, kind, reason from delivery where key = ?";
  private static final String SENDING =
      """
      update delivery
      set state = 'SENDING', attempts = attempts + 1,
        undecided = greatest(undecided, case when state = 'SENDING' then 1 else 0 end) + 1,
        kind = ?, lease_until = ?
      where key = ? and fence = ? and state in ('CLAIMED', 'SENDING')
      """;
  private static final String EVIDENCE =
      """
      update delivery set state = 'SENT', ses_message_id = ?, updated_at = ?
      where key = ? and state in ('CLAIMED', 'SENDING') and attempts > 0
      """;
  private static final String SENT =
      """
      update delivery set state = 'SENT', ses_message_id = ?, updated_at = ?
      where key = ? and fence = ? and state = 'SENDING'
      """;
  private static final String REFUSED =
      """
      update delivery set state = 'REFUSED', reason = ?, updated_at = ?
      where key = ? and fence = ? and state in ('CLAIMED', 'SENDING')
      """;
  private static final String NOT_TAKEN =
      """
      update delivery
      set state = case when undecided > 1 then 'SENDING' else 'CLAIMED' end,
        undecided = greatest(undecided - 1, 0), lease_until = ?, updated_at = ?
      where key = ? and fence = ? and state = 'SENDING'
      """;
  private static final String RELEASE =
      """
      update delivery set lease_until = ?, updated_at = ?
      where key = ? and fence = ? and state in ('CLAIMED', 'SENDING')
      """;
  private static final String DROP =
      """
      insert into delivery
        (key, state, fence, attempts, lease_until, reason, created_at, updated_at)
      values (?, ?, 0, 0, ?, ?, ?, ?)
      on conflict (key) do nothing
      """;
  private static final String COUNT_TERMINAL =
      """
      select count(*) from delivery
      where key = any(?) and state in ('SENT', 'REFUSED', 'DROPPED', 'DONE')
      """;
  private static final String DONE =
      """
      update delivery set state = 'DONE', updated_at = ?
      where key = ? and state in ('SENT', 'REFUSED', 'DROPPED')
      """;
  private static final String PRUNE =
      "delete from delivery where key in (select key from delivery where updated_at < ? limit ?)";

  /** Far fewer than would take as long as a statement may. */
  private static final int PRUNED_AT_ONCE = 10_000;

  /** What nobody waits for may wait for others. */
  private static final Duration UNHURRIED = Duration.ofMillis(250);

  private final DataSource dataSource;
  private final LedgerUpdates updates;

  PostgresLedger(DataSource dataSource, LedgerUpdates updates) {
    this.dataSource = dataSource;
    this.updates = updates;
  }

  @Override
  public Claim claim(DeliveryKey key, Instant now, Duration lease)
      throws LedgerUnavailableException {
    try (Connection connection = dataSource.getConnection()) {
      try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
        LedgerUpdates.bind(claim, List.of(key, now.plus(lease), now, now));
        try (ResultSet row = claim.executeQuery()) {
          if (row.next()) {
            return claimed(row);
          }
        }
      }
      return look(connection, key, now);
    } catch (SQLException e) {
      throw new LedgerUnavailableException(e);
    }
  }

  /** An instance of before this column counts nothing there, but leaves the state. */
  private static Claim claimed(ResultSet row) throws SQLException {
    int atLeast = row.getString("state").equals("SENDING") ? 1 : 0;
    return new Claim.Claimed(
        row.getLong("fence"), row.getInt("attempts"), Math.max(atLeast, row.getInt("undecided")));
  }

  private static Claim look(Connection connection, DeliveryKey key, Instant now)
      throws SQLException {
    try (PreparedStatement look = connection.prepareStatement(LOOK)) {
      LedgerUpdates.bind(look, List.of(key));
      try (ResultSet row = look.executeQuery()) {
        if (!row.next()) {
          // Pruned between the two statements: claimable as soon as it is asked for again.
          return new Claim.Leased(now);
        }
        return switch (row.getString("state")) {
          case "CLAIMED", "SENDING" ->
              new Claim.Leased(row.getObject("lease_until", OffsetDateTime.class).toInstant());
          case "SENT" -> new Claim.Terminal(new Ending.Sent(kind(row.getString("kind"))));
          case "DROPPED" -> new Claim.Terminal(new Ending.Dropped(row.getString("reason")));
          case "REFUSED" -> new Claim.Terminal(new Ending.Refused(row.getString("reason")));
          default -> new Claim.Terminal(new Ending.Done());
        };
      }
    }
  }

  /** A row of before this column was about mail to an owner, as nearly all are. */
  private static SendKind kind(@Nullable String name) {
    return name == null ? SendKind.FORWARD : SendKind.valueOf(name);
  }

  @Override
  public boolean sending(DeliveryKey key, long fence, SendKind kind, Instant leaseUntil)
      throws LedgerUnavailableException {
    return update(SENDING, List.of(kind.name(), leaseUntil, key, fence)) == 1;
  }

  @Override
  public boolean evidence(DeliveryKey key, String sesMessageId, Instant now)
      throws LedgerUnavailableException {
    return updates.execute(EVIDENCE, UNHURRIED, List.of(sesMessageId, now, key)) == 1;
  }

  @Override
  public boolean sent(DeliveryKey key, long fence, String sesMessageId, Instant now)
      throws LedgerUnavailableException {
    return update(SENT, List.of(sesMessageId, now, key, fence)) == 1;
  }

  @Override
  public boolean refused(DeliveryKey key, long fence, String reason, Instant now)
      throws LedgerUnavailableException {
    return update(REFUSED, List.of(reason, now, key, fence)) == 1;
  }

  @Override
  public Ending drop(DeliveryKey key, Optional<String> reason, Instant now)
      throws LedgerUnavailableException {
    String state = reason.isPresent() ? "DROPPED" : "DONE";
    boolean first = update(DROP, List.of(key, state, now, reason.orElse(""), now, now)) == 1;
    if (first) {
      return reason.<Ending>map(Ending.Dropped::new).orElseGet(Ending.Done::new);
    }
    try (Connection connection = dataSource.getConnection()) {
      return look(connection, key, now) instanceof Claim.Terminal(Ending.Dropped before)
          ? before
          : new Ending.Done();
    } catch (SQLException e) {
      throw new LedgerUnavailableException(e);
    }
  }

  @Override
  public boolean notTaken(DeliveryKey key, long fence, Instant now)
      throws LedgerUnavailableException {
    return update(NOT_TAKEN, List.of(now, now, key, fence)) == 1;
  }

  @Override
  public boolean release(DeliveryKey key, long fence, Instant now)
      throws LedgerUnavailableException {
    return update(RELEASE, List.of(now, now, key, fence)) == 1;
  }

  @Override
  public boolean allTerminal(Collection<DeliveryKey> keys) throws LedgerUnavailableException {
    Set<DeliveryKey> distinct = new HashSet<>(keys);
    byte[][] all = distinct.stream().map(DeliveryKey::bytes).toArray(byte[][]::new);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement count = connection.prepareStatement(COUNT_TERMINAL)) {
      count.setArray(1, connection.createArrayOf("bytea", all));
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1) == distinct.size();
      }
    } catch (SQLException e) {
      throw new LedgerUnavailableException(e);
    }
  }

  @Override
  public void done(DeliveryKey key, Instant now) throws LedgerUnavailableException {
    var _ = updates.execute(DONE, UNHURRIED, List.of(now, key));
  }

  @Override
  public int prune(Instant before) throws LedgerUnavailableException {
    int pruned = 0;
    int last;
    do {
      last = update(PRUNE, List.of(before, PRUNED_AT_ONCE));
      pruned += last;
    } while (last == PRUNED_AT_ONCE);
    return pruned;
  }

  private int update(String sql, List<?> values) throws LedgerUnavailableException {
    return updates.execute(sql, Duration.ZERO, values);
  }
}
