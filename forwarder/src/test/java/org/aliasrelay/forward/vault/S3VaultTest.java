package org.aliasrelay.forward.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.aliasrelay.forward.deliver.FixedMailConfig;
import org.aliasrelay.ingest.contract.VaultKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Over a connection whose other end counts what goes out, and on which connection. */
class S3VaultTest {
  private static final int CHUNK = 64 * 1024;
  private static final int LARGE = 40 * 1024 * 1024;

  private final AtomicLong served = new AtomicLong();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<Integer> connections = new CopyOnWriteArrayList<>();
  private volatile int size;
  private ExecutorService threads;
  private HttpServer server;
  private S3Client s3;
  private S3Vault vault;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
    s3 =
        S3Client.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .forcePathStyle(true)
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(ApacheHttpClient.builder())
            .build();
    vault = new S3Vault(s3, new FixedMailConfig(LARGE));
  }

  @AfterEach
  void close() {
    s3.close();
    server.stop(0);
    threads.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    connections.add(exchange.getRemoteAddress().getPort());
    exchange.sendResponseHeaders(200, size);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int left = size; left > 0; left -= CHUNK) {
        out.write(new byte[Math.min(left, CHUNK)]);
        served.addAndGet(Math.min(left, CHUNK));
      }
    } finally {
      ended.countDown();
    }
  }

  private VaultObject opened() throws VaultUnavailableException {
    return vault.open(new VaultKey("mail/abc")).orElseThrow();
  }

  @Test
  void whatIsLargeAndNotWantedIsNotFetched() throws Exception {
    size = LARGE;
    VaultObject object = opened();
    assertThat(object.size()).isEqualTo(LARGE);
    object.close();
    ended.await();
    assertThat(served.get()).isLessThan(LARGE);
  }

  @Test
  void connectionOfWhatWasReadIsUsedAgain() throws Exception {
    size = 3 * CHUNK;
    for (int i = 0; i < 2; i++) {
      try (VaultObject object = opened()) {
        assertThat(object.content().readNBytes(size)).hasSize(size);
      }
    }
    assertThat(connections).hasSize(2);
    assertThat(connections.get(0)).isEqualTo(connections.get(1));
  }

  @Test
  void soIsThatOfSomethingSmallThatIsNotWanted() throws Exception {
    size = 1_000;
    opened().close();
    opened().close();
    assertThat(connections.get(0)).isEqualTo(connections.get(1));
  }
}
