package org.aliasrelay.local.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.core.Utils;

/** The database {@code relay}; each service owns one schema and can see no other. */
final class Schemas {

  private static final String DATABASE = "relay";

  private record Owner(String role, String schema) {}

  private static final List<Owner> OWNERS =
      List.of(
          new Owner("alias_api", "alias"),
          new Owner("forwarder", "forwarder"),
          new Owner("telemetry", "telemetry"));

  private final EmbeddedPostgres server;

  Schemas(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Idempotent, and run at each start: the password may have changed since the last one. */
  void create(String password) throws SQLException {
    if (!databaseExists()) {
      run("postgres", List.of("create database " + DATABASE));
    }
    run("postgres", List.of("revoke connect on database postgres from public"));
    run(
        DATABASE,
        List.of(
            "revoke all on database " + DATABASE + " from public",
            "revoke all on schema public from public"));
    for (Owner owner : OWNERS) {
      if (!roleExists(owner.role())) {
        run(DATABASE, List.of("create role " + owner.role() + " login"));
      }
      run(
          DATABASE,
          List.of(
              "alter role " + owner.role() + " password " + literal(password),
              "alter role " + owner.role() + " set search_path to " + owner.schema(),
              "grant connect on database " + DATABASE + " to " + owner.role(),
              "create schema if not exists " + owner.schema() + " authorization " + owner.role()));
    }
  }

  private boolean databaseExists() throws SQLException {
    return exists("select 1 from pg_database where datname = ?", DATABASE);
  }

  private boolean roleExists(String role) throws SQLException {
    return exists("select 1 from pg_roles where rolname = ?", role);
  }

  private boolean exists(String query, String name) throws SQLException {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private void run(String database, List<String> statements) throws SQLException {
    try (var connection = server.getDatabase("postgres", database).getConnection();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** PostgreSQL takes no parameters in {@code alter role}. */
  private static String literal(String text) throws SQLException {
    return "'" + Utils.escapeLiteral(null, text, true) + "'";
  }
}
