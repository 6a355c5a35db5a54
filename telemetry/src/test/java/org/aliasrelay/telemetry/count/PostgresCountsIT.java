package org.aliasrelay.telemetry.count;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import javax.sql.DataSource;
import org.aliasrelay.testkit.LocalCloudResource;

@QuarkusTest
@WithTestResource(
    value = LocalCloudResource.class,
    initArgs = @ResourceArg(name = "role", value = "telemetry"))
class PostgresCountsIT extends CountsContract {
  private final DataSource database;

  @Inject
  PostgresCountsIT(DataSource database) {
    this.database = database;
  }

  @Override
  Counts create(Clock time) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("truncate counter, seen_event");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new PostgresCounts(database, time);
  }
}
