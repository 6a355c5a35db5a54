package org.aliasrelay.telemetry.count;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Counts in PostgreSQL. Each change is one statement, and so one transaction. */
@Singleton
final class PostgresCounts implements Counts {
  private static final String ADD =
      """
      insert into counter (name, day, count) values (?, ?, 1)
      on conflict (name, day) do update set count = counter.count + 1
      """;

  private static final String ADD_ONCE =
      """
      with fresh as (
        insert into seen_event (id, seen_at) values (?, ?)
        on conflict (id) do nothing
        returning id)
      insert into counter (name, day, count) select ?, ?, 1 from fresh
      on conflict (name, day) do update set count = counter.count + 1
      """;

  private static final String TOTALS = "select name, sum(count)::bigint from counter group by name";

  private static final String PRUNE = "delete from seen_event where seen_at < ?";

  private final DataSource database;
  private final Clock clock;

  PostgresCounts(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void add(CounterName name) throws CountsUnavailableException {
    update(
        ADD,
        statement -> {
          statement.setString(1, name.key());
          statement.setObject(2, today());
        });
  }

  @Override
  public void addOnce(CounterName name, String eventId) throws CountsUnavailableException {
    update(
        ADD_ONCE,
        statement -> {
          statement.setString(1, eventId);
          statement.setObject(2, now());
          statement.setString(3, name.key());
          statement.setObject(4, today());
        });
  }

  @Override
  public Map<String, Long> totals() throws CountsUnavailableException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(TOTALS);
        ResultSet rows = statement.executeQuery()) {
      Map<String, Long> totals = new HashMap<>();
      while (rows.next()) {
        totals.put(rows.getString(1), rows.getLong(2));
      }
      return totals;
    } catch (SQLException e) {
      throw new CountsUnavailableException(e);
    }
  }

  @Override
  public void prune() throws CountsUnavailableException {
    update(PRUNE, statement -> statement.setObject(1, now().minus(MEMORY)));
  }

  private void update(String sql, Filling filling) throws CountsUnavailableException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      filling.fill(statement);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new CountsUnavailableException(e);
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private LocalDate today() {
    return now().toLocalDate();
  }

  @FunctionalInterface
  private interface Filling {
    void fill(PreparedStatement statement) throws SQLException;
  }
}
