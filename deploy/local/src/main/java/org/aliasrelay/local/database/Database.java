package org.aliasrelay.local.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.commons.io.file.PathUtils;

/**
 * A PostgreSQL server of our own on one port, with its data kept from one start to the next. If it
 * dies, it is started again.
 */
public final class Database implements AutoCloseable {

  /** Unpacking and initdb take about 12 s on a slow machine; a busy one may need far longer. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final EmbeddedPostgres server;
  private final ServerWatch watch;

  private Database(EmbeddedPostgres server, ServerWatch watch) {
    this.server = server;
    this.watch = watch;
  }

  /**
   * Ends a server that an earlier local cloud left behind on this folder when it was killed.
   *
   * @param home the folder given to {@link #start}
   */
  public static void stopLeftOver(Path home) {
    Postmaster.runningOn(cluster(home)).ifPresent(Postmaster::stop);
    try {
      Postmaster.forgetDead(cluster(home));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Starts the server and sees to its roles and schemas.
   *
   * @param home where the cluster is kept
   * @param programs where the server's programs are unpacked, once
   * @param password of the services' roles; the superuser needs none on this machine
   */
  public static Database start(Path home, Path programs, String host, int port, String password) {
    Path cluster = cluster(home);
    Path complete = home.resolve("complete");
    try {
      if (Files.exists(cluster) && !Files.exists(complete)) {
        // A first start that was cut off holds nothing of value, and does not start again.
        PathUtils.deleteDirectory(cluster);
      }
      Files.createDirectories(home);
      Files.createDirectories(programs);
      var server =
          EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(cluster)
              .setOverrideWorkingDirectory(programs.toFile())
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setDataDirectoryCustomizer(Database::writeAccessRules)
              .setPGStartupWait(PATIENCE)
              // Under the load of a few hundred mails on two cores; the defaults are for servers.
              .setServerConfig("max_connections", "60")
              .setServerConfig("shared_buffers", "32MB")
              .setServerConfig("max_wal_size", "128MB")
              .setServerConfig("min_wal_size", "32MB")
              .setServerConfig("max_worker_processes", "2")
              .setServerConfig("max_parallel_workers", "0")
              .setServerConfig("io_method", "sync")
              .setServerConfig("autovacuum_max_workers", "1")
              // The library turns both off; what a service has committed must outlive a crash.
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("listen_addresses", host)
              .setServerConfig("unix_socket_directories", "")
              // No value of any row in a log: neither in statements nor in DETAIL lines.
              .setServerConfig("log_error_verbosity", "terse")
              .setServerConfig("log_min_error_statement", "panic")
              .setOutputRedirector(Redirect.DISCARD)
              .start();
      return prepared(server, cluster, complete, password);
    } catch (IOException failure) {
      throw new UncheckedIOException("PostgreSQL does not start on port " + port, failure);
    }
  }

  private static Database prepared(
      EmbeddedPostgres server, Path cluster, Path complete, String password) throws IOException {
    var database = new Database(server, ServerWatch.over(cluster));
    try {
      new Schemas(server).create(password);
      if (!Files.exists(complete)) {
        Files.createFile(complete);
      }
      return database;
    } catch (SQLException failure) {
      database.close();
      throw new IOException("the database cannot be set up: " + failure.getSQLState(), failure);
    }
  }

  /** False while the server is gone and not back yet. */
  public boolean isUp() {
    return watch.isUp();
  }

  private static Path cluster(Path home) {
    return home.resolve("cluster");
  }

  /** The superuser is for people at this machine; a service must know its password. */
  private static void writeAccessRules(File cluster) {
    try {
      Files.writeString(
          cluster.toPath().resolve("pg_hba.conf"),
          """
          host all postgres samehost trust
          host all all samehost scram-sha-256
          """);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    LifeLine lifeLine = watch.end();
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      lifeLine.cut();
    }
  }
}
