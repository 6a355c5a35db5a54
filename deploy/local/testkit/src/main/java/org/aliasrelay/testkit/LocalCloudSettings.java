package org.aliasrelay.testkit;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where everything of one local cloud is. All of it is on 127.0.0.1. */
public record LocalCloudSettings(
    int awsPort, int smtpPort, int mailboxPort, int imapPort, int accountsPort, int databasePort) {

  static final String DATABASE_PASSWORD = "only-for-tests";

  static LocalCloudSettings onFreePorts() {
    List<Integer> ports = FreePorts.find(6);
    return new LocalCloudSettings(
        ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4), ports.get(5));
  }

  public String host() {
    return "127.0.0.1";
  }

  public URI awsEndpoint() {
    return http(awsPort, "");
  }

  /** A queue's URL is this, a slash, and its name. */
  public URI queuesBaseUrl() {
    return http(awsPort, "/000000000000");
  }

  public String queueUrl(String name) {
    return queuesBaseUrl() + "/" + name;
  }

  public URI mailboxUrl() {
    return http(mailboxPort, "");
  }

  /** The OpenID Connect issuer. */
  public URI accountsUrl() {
    return http(accountsPort, "/fxa");
  }

  /** For a service's role; each sees its own schema only. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + databasePort + "/relay";
  }

  /** For the superuser, who sees all. */
  public String adminJdbcUrl() {
    return jdbcUrl() + "?user=postgres";
  }

  public String databasePassword() {
    return DATABASE_PASSWORD;
  }

  public String mailBucket() {
    return "relay-mail";
  }

  public String mailDomain() {
    return "relay.test";
  }

  public String topicArn() {
    return "arn:aws:sns:us-east-1:000000000000:inbound-mail";
  }

  /** What the local cloud reads. */
  Map<String, String> environment(Path data) {
    return Map.ofEntries(
        Map.entry("LOCAL_CLOUD_HOST", host()),
        Map.entry("LOCAL_CLOUD_DATA", data.toString()),
        Map.entry("LOCAL_CLOUD_AWS_PORT", Integer.toString(awsPort)),
        Map.entry("LOCAL_CLOUD_SMTP_PORT", Integer.toString(smtpPort)),
        Map.entry("LOCAL_CLOUD_MAILBOX_PORT", Integer.toString(mailboxPort)),
        Map.entry("LOCAL_CLOUD_IMAP_PORT", Integer.toString(imapPort)),
        Map.entry("LOCAL_CLOUD_ACCOUNTS_PORT", Integer.toString(accountsPort)),
        Map.entry("LOCAL_CLOUD_DATABASE_PORT", Integer.toString(databasePort)),
        Map.entry("LOCAL_CLOUD_DATABASE_PASSWORD", DATABASE_PASSWORD),
        Map.entry("LOCAL_CLOUD_PARENT_PID", Long.toString(ProcessHandle.current().pid())),
        Map.entry("RELAY_MAIL_DOMAIN", mailDomain()),
        Map.entry("RELAY_MAIL_BUCKET", mailBucket()));
  }

  private static URI http(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
