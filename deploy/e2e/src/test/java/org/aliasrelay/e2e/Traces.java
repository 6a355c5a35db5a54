package org.aliasrelay.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.aliasrelay.testkit.RelayStack;

/** Looks for a text wherever a stack could have kept it. */
final class Traces {
  private final RelayStack stack;

  Traces(RelayStack stack) {
    this.stack = stack;
  }

  /** Tables with the text in any column, in plain or in hexadecimal form. */
  List<String> tablesNaming(String text) throws SQLException {
    List<String> found = new ArrayList<>();
    int looked = 0;
    try (Connection database = DriverManager.getConnection(stack.url("database"))) {
      for (String table : tables(database)) {
        looked++;
        if (naming(dump(database, table), text)) {
          found.add(table);
        }
      }
    }
    if (looked == 0) {
      throw new AssertionError("there is no table: this would prove nothing");
    }
    return found;
  }

  /** Logs with the text. */
  List<Path> logsNaming(String text) throws IOException {
    return filesNaming(stack.home().resolve("logs"), text);
  }

  /** Files of the stack with the text: logs, queues, buckets, the database's own files. */
  List<Path> filesNaming(String text) throws IOException {
    return filesNaming(stack.home(), text);
  }

  private static List<Path> filesNaming(Path folder, String text) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    List<Path> found = new ArrayList<>();
    for (Path file : files) {
      try {
        if (naming(Files.readString(file, StandardCharsets.ISO_8859_1), text)) {
          found.add(file);
        }
      } catch (NoSuchFileException e) {
        // Gone while we looked: PostgreSQL and the queues tidy up as they go.
      }
    }
    return found;
  }

  private static boolean naming(String haystack, String text) {
    String lower = haystack.toLowerCase(Locale.ROOT);
    String needle = text.toLowerCase(Locale.ROOT);
    String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    return lower.contains(needle) || lower.contains(hex);
  }

  private static List<String> tables(Connection database) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select format('%I.%I', schemaname, tablename) from pg_tables"
                    + " where schemaname not in ('pg_catalog', 'information_schema')")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static String dump(Connection database, String table) throws SQLException {
    StringBuilder dump = new StringBuilder();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("select t::text from " + table + " t")) {
      while (rows.next()) {
        dump.append(rows.getString(1)).append('\n');
      }
    }
    return dump.toString();
  }
}
