package org.aliasrelay.telemetry.count;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.aliasrelay.queue.Failures;
import org.aliasrelay.queue.Gathering;

/**
 * Counts in PostgreSQL. Each change is one statement, and so one transaction; events that come at
 * nearly the same time are counted by one.
 */
@Singleton
final class PostgresCounts implements Counts {
  private static final int MOST = 200;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final String ADD =
      """
      insert into counter (name, day, count) values (?, ?, 1)
      on conflict (name, day) do update set count = counter.count + 1
      """;

  /** In one order, so that two of these never wait for each other in a circle. */
  private static final String ADD_ONCE =
      """
      with event as (
        select distinct on (id) id, name from unnest(?, ?) as given (id, name) order by id),
      fresh as (
        insert into seen_event (id, seen_at) select id, ? from event
        on conflict (id) do nothing
        returning id)
      insert into counter (name, day, count)
        select name, ?, count(*) from event join fresh using (id) group by name order by name
      on conflict (name, day) do update set count = counter.count + excluded.count
      """;

  private static final String TOTALS =
      "select name, sum(count)::bigint from counter where day <= ? group by name";

  private static final String PRUNE =
      "delete from seen_event where id in (select id from seen_event where seen_at < ? limit ?)";

  /** Far fewer than would take as long as a statement may. */
  private static final int PRUNED_AT_ONCE = 10_000;

  private final DataSource database;
  private final Clock clock;
  private final Gathering<Event, Boolean> events = Gathering.blocking(MOST, PAUSE, this::addAll);

  PostgresCounts(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void add(CounterName name) throws CountsUnavailableException {
    int _ =
        update(
            ADD,
            statement -> {
              statement.setString(1, name.key());
              statement.setObject(2, today());
            });
  }

  @Override
  public void addOnce(CounterName name, String eventId) throws CountsUnavailableException {
    try {
      var _ = events.add(new Event(eventId, name.key())).join();
    } catch (CompletionException e) {
      throw new CountsUnavailableException(Failures.causeOf(e));
    }
  }

  private List<Boolean> addAll(List<Event> batch) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(ADD_ONCE)) {
      statement.setArray(1, texts(connection, batch.stream().map(Event::id)));
      statement.setArray(2, texts(connection, batch.stream().map(Event::counter)));
      statement.setObject(3, now());
      statement.setObject(4, today());
      statement.executeUpdate();
      return Collections.nCopies(batch.size(), true);
    } catch (SQLException e) {
      throw new CompletionException(e);
    }
  }

  private static Array texts(Connection connection, Stream<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }

  @Override
  public Map<String, Long> totals(LocalDate lastDay) throws CountsUnavailableException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(TOTALS)) {
      statement.setObject(1, lastDay);
      try (ResultSet rows = statement.executeQuery()) {
        Map<String, Long> totals = new HashMap<>();
        while (rows.next()) {
          totals.put(rows.getString(1), rows.getLong(2));
        }
        return totals;
      }
    } catch (SQLException e) {
      throw new CountsUnavailableException(e);
    }
  }

  @Override
  public void prune() throws CountsUnavailableException {
    int pruned = PRUNED_AT_ONCE;
    while (pruned == PRUNED_AT_ONCE) {
      pruned =
          update(
              PRUNE,
              statement -> {
                statement.setObject(1, now().minus(MEMORY));
                statement.setInt(2, PRUNED_AT_ONCE);
              });
    }
  }

  private int update(String sql, Filling filling) throws CountsUnavailableException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      filling.fill(statement);
      return statement.executeUpdate();
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

  private record Event(String id, String counter) {}

  @FunctionalInterface
  private interface Filling {
    void fill(PreparedStatement statement) throws SQLException;
  }
}
