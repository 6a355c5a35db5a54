package org.aliasrelay.forward.ledger;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.aliasrelay.queue.Failures;
import org.aliasrelay.queue.Gathering;

/**
 * Changes of single rows, committed together: what comes while the same statement is under way goes
 * with the next one, in one round trip and one commit. Each returns when it is committed.
 */
@Singleton
class LedgerUpdates {
  private static final int MOST = 50;

  private final DataSource dataSource;
  private final Map<String, Gathering<List<?>, Integer>> statements = new ConcurrentHashMap<>();

  LedgerUpdates(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Executes the statement with these values, and says how many rows it changed.
   *
   * @param sql always with the same pause
   * @param pause how long it may wait for others
   */
  int execute(String sql, Duration pause, List<?> values) throws LedgerUnavailableException {
    try {
      return statements
          .computeIfAbsent(sql, key -> Gathering.blocking(MOST, pause, batch -> run(key, batch)))
          .add(values)
          .join();
    } catch (CompletionException e) {
      throw new LedgerUnavailableException(Failures.causeOf(e));
    }
  }

  private List<Integer> run(String sql, List<List<?>> batch) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      if (batch.size() == 1) {
        bind(statement, batch.getFirst());
        return List.of(statement.executeUpdate());
      }
      int[] order = byKey(batch);
      for (int place : order) {
        bind(statement, batch.get(place));
        statement.addBatch();
      }
      int[] counts = statement.executeBatch();
      Integer[] answers = new Integer[batch.size()];
      for (int i = 0; i < order.length; i++) {
        answers[order[i]] = counts[i];
      }
      return List.of(answers);
    } catch (SQLException e) {
      throw new CompletionException(e);
    }
  }

  /** Places in one order, so that two batches never wait for each other's rows in a circle. */
  private static int[] byKey(List<List<?>> batch) {
    return IntStream.range(0, batch.size())
        .boxed()
        .sorted(Comparator.comparing(place -> key(batch.get(place))))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static String key(List<?> values) {
    for (Object value : values) {
      if (value instanceof DeliveryKey key) {
        return key.hex();
      }
    }
    return "";
  }

  static void bind(PreparedStatement statement, List<?> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      switch (values.get(i)) {
        case DeliveryKey key -> statement.setBytes(i + 1, key.bytes());
        case Instant instant -> statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
        case Object other -> statement.setObject(i + 1, other);
      }
    }
  }
}
