package org.aliasrelay.telemetry;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Every row of every table that telemetry's role can read, whatever tables there are. */
@Singleton
class DatabaseDump {
  private static final String TABLES =
      """
      select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')
      and has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'select')
      order by 1
      """;

  private final DataSource database;

  DatabaseDump(DataSource database) {
    this.database = database;
  }

  List<String> everything() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> rows = new ArrayList<>();
      for (String table : strings(statement, TABLES)) {
        strings(statement, "select t::text from " + table + " t order by 1")
            .forEach(row -> rows.add(table + row));
      }
      return rows;
    }
  }

  private static List<String> strings(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      List<String> strings = new ArrayList<>();
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
      return strings;
    }
  }
}
