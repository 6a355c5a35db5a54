package org.aliasrelay.local;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.logging.LogManager;
import org.aliasrelay.local.accounts.Accounts;
import org.aliasrelay.local.database.Database;
import org.aliasrelay.local.front.Check;
import org.aliasrelay.local.front.Disk;
import org.aliasrelay.local.front.Front;
import org.aliasrelay.local.objects.Lifecycle;
import org.aliasrelay.local.objects.S3Endpoint;
import org.aliasrelay.local.queues.Queues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands in for AWS, the accounts provider and every mailbox, in one process. */
public final class LocalCloud implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalCloud.class);

  private final Running running = new Running();

  private LocalCloud() {}

  /** Runs until the process is told to stop; exits with 1 and one line when it cannot start. */
  public static void main(String[] args) {
    readLogging();
    try {
      var config = LocalCloudConfig.from(System.getenv());
      var cloud = new LocalCloud();
      // Before the first part starts, so that a signal during start-up leaves nothing behind.
      Runtime.getRuntime().addShutdownHook(new Thread(cloud::close, "stop"));
      ParentWatch.exitWith(config.parentPid());
      cloud.start(config);
      new CountDownLatch(1).await();
    } catch (StartException failure) {
      System.err.println("local cloud: " + failure.getMessage());
      System.exit(1);
    } catch (RuntimeException failure) {
      System.err.println("local cloud: a part does not start: " + failure);
      System.exit(1);
    } catch (InterruptedException stopped) {
      System.exit(1);
    }
  }

  private void start(LocalCloudConfig config) {
    var data = running.start(() -> DataFolder.open(config.data()));
    Database.stopLeftOver(data.of("database"));
    Ports.requireFree(config);
    Vertx vertx = running.start(VertxPart::new).vertx();
    var database =
        running.start(
            () ->
                Database.start(
                    data.of("database"),
                    DataFolder.programs(),
                    config.host(),
                    config.databasePort(),
                    config.databasePassword()));
    int queuesPort = Ports.free();
    var queues =
        running.start(
            () ->
                Queues.start(
                    data.of("queues"),
                    queuesPort,
                    config.host(),
                    config.awsPort(),
                    LocalCloudConfig.AWS_REGION,
                    LocalCloudConfig.AWS_ACCOUNT));
    running.start(
        () -> Accounts.start(vertx, config.host(), config.accountsPort(), Clock.systemUTC()));
    var objects = S3Endpoint.open(vertx, data.of("objects"), config.mailBucket());
    running.start(() -> Lifecycle.start(vertx, objects, config.mailBucket(), Clock.systemUTC()));
    Disk disk = new Disk(data.path(), config.room());
    List<Supplier<Check>> needs = List.of(disk::check, () -> check(database));
    var front = running.start(() -> new Front(vertx, queuesPort, objects, needs));

    var mail =
        new MailParts(
            config,
            running,
            vertx,
            front,
            objects,
            queues,
            data.of("notify"),
            data.of("mailbox"),
            Clock.systemUTC());
    front.listen(config.host(), config.awsPort());
    mail.open();
    front.becomeReady();
    LOG.info("ready");
  }

  private static Check check(Database database) {
    return database.isUp()
        ? new Check("database", true, "PostgreSQL runs")
        : new Check("database", false, "PostgreSQL is gone and is being started again");
  }

  @Override
  public void close() {
    running.close();
  }

  private static void readLogging() {
    try (var settings = LocalCloud.class.getResourceAsStream("/logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    } catch (IOException unreadable) {
      throw new StartException("the jar of the local cloud is damaged", unreadable);
    }
  }

  private record VertxPart(Vertx vertx) implements AutoCloseable {

    VertxPart() {
      this(
          Vertx.vertx(
              new VertxOptions()
                  .setEventLoopPoolSize(2)
                  .setWorkerPoolSize(8)
                  .setInternalBlockingPoolSize(8)
                  // It would unpack files to the temp folder, and nothing here needs them.
                  .setFileSystemOptions(
                      new FileSystemOptions()
                          .setFileCachingEnabled(false)
                          .setClassPathResolvingEnabled(false))));
    }

    @Override
    public void close() {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
