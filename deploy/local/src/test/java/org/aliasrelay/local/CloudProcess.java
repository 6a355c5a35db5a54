package org.aliasrelay.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** The packaged local cloud as a process of its own, on free ports. */
public final class CloudProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);

  private final Path data;
  private final int aws = Ports.free();
  private final int smtp = Ports.free();
  private final int mailbox = Ports.free();
  private final int imap = Ports.free();
  private final HttpClient http = HttpClient.newHttpClient();
  private Process process;

  /**
   * Returns when it is ready.
   *
   * @param data a folder that outlives the process
   */
  public CloudProcess(Path data) {
    this.data = data;
    this.process = launch();
    awaitReady();
  }

  public void restart() {
    close();
    process = launch();
    awaitReady();
  }

  private Process launch() {
    String home =
        String.join(File.separator, System.getProperty("relay.root"), "deploy/local/target");
    String cloud = home + "/local-cloud";
    var builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "@" + cloud + "/jvm.options",
            "-cp",
            cloud + "/*" + File.pathSeparator + cloud + "/lib/*",
            LocalCloud.class.getName());
    builder
        .environment()
        .putAll(
            Map.of(
                "LOCAL_CLOUD_DATA",
                data.resolve("state").toString(),
                "LOCAL_CLOUD_AWS_PORT",
                String.valueOf(aws),
                "LOCAL_CLOUD_SMTP_PORT",
                String.valueOf(smtp),
                "LOCAL_CLOUD_MAILBOX_PORT",
                String.valueOf(mailbox),
                "LOCAL_CLOUD_IMAP_PORT",
                String.valueOf(imap),
                "LOCAL_CLOUD_ACCOUNTS_PORT",
                String.valueOf(Ports.free()),
                "LOCAL_CLOUD_DATABASE_PORT",
                String.valueOf(Ports.free()),
                "LOCAL_CLOUD_DATABASE_PASSWORD",
                "password",
                "LOCAL_CLOUD_PARENT_PID",
                String.valueOf(ProcessHandle.current().pid())));
    try {
      return builder
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    await()
        .atMost(START)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(
            () -> {
              assertThat(process.isAlive()).isTrue();
              return request("GET", aws() + "/_local/health", "").statusCode() == 200;
            });
  }

  public URI aws() {
    return URI.create("http://127.0.0.1:" + aws);
  }

  public String mailboxUrl() {
    return "http://127.0.0.1:" + mailbox;
  }

  public int smtpPort() {
    return smtp;
  }

  public int imapPort() {
    return imap;
  }

  /** The log so far. */
  public String log() throws IOException {
    return Files.readString(data.resolve("log"));
  }

  /** Points a client of the SDK here. */
  public <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(aws())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }

  public String queueUrl(String queue) {
    return aws() + "/000000000000/" + queue;
  }

  public HttpResponse<byte[]> request(String method, String url, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(url))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  public String text(String method, String url, String body)
      throws IOException, InterruptedException {
    return new String(request(method, url, body).body(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.destroy();
    assertThat(process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join().isAlive())
        .isFalse();
  }
}
