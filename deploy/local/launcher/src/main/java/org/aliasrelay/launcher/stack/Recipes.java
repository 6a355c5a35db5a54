package org.aliasrelay.launcher.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commands and settings of every part of one stack. */
public final class Recipes {
  /** The vault. */
  public static final String MAIL_BUCKET = "relay-mail";

  /** The domain of every alias. */
  public static final String MAIL_DOMAIN = "relay.test";

  private static final String HOST = "127.0.0.1";

  private final Home home;
  private final Ports ports;
  private final Secrets secrets;
  private final Programs programs;
  private final Path java;
  private final Map<String, String> own;

  /**
   * The recipes of the stack in that home.
   *
   * @param own variables that all services get, whatever else they would be
   */
  public Recipes(
      Home home,
      Ports ports,
      Secrets secrets,
      Programs programs,
      Path java,
      Map<String, String> own) {
    this.home = home;
    this.ports = ports;
    this.secrets = secrets;
    this.programs = programs;
    this.java = java;
    this.own = Map.copyOf(own);
  }

  /** The recipe of a part. */
  public Recipe of(Part part) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(JvmFlags.of(part, home, programs));
    command.addAll(programs.arguments(part));
    return new Recipe(part, command, environment(part), ready(part, ports));
  }

  /** Where a part tells whether it can work. */
  public static URI ready(Part part, Ports ports) {
    return URI.create(
        switch (part) {
          case LOCAL_CLOUD -> ports.http(Port.AWS) + "/_local/health";
          case ALIAS_API, MAIL_INGEST, FORWARDER, TELEMETRY ->
              ports.http(part.ports().getFirst()) + "/q/health/ready";
        });
  }

  private Map<String, String> environment(Part part) {
    return switch (part) {
      case LOCAL_CLOUD -> cloud();
      case ALIAS_API -> withOwn(api());
      case MAIL_INGEST -> withOwn(ingest());
      case FORWARDER -> withOwn(forwarder());
      case TELEMETRY -> withOwn(telemetry());
    };
  }

  private Map<String, String> withOwn(Map<String, String> settings) {
    settings.putAll(own);
    return settings;
  }

  private Map<String, String> cloud() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("LOCAL_CLOUD_HOST", HOST);
    settings.put("LOCAL_CLOUD_DATA", home.cloud().toString());
    settings.put("LOCAL_CLOUD_ROOM", Long.toString(Room.of(home).needed()));
    for (Port port : Part.LOCAL_CLOUD.ports()) {
      settings.put("LOCAL_CLOUD_" + port.name() + "_PORT", Integer.toString(ports.of(port)));
    }
    settings.put("LOCAL_CLOUD_DATABASE_PASSWORD", secrets.databasePassword());
    settings.put("RELAY_MAIL_DOMAIN", MAIL_DOMAIN);
    settings.put("RELAY_MAIL_BUCKET", MAIL_BUCKET);
    return settings;
  }

  private Map<String, String> api() {
    Map<String, String> settings = service(Port.API);
    settings.putAll(database("alias_api"));
    settings.put("RELAY_INTERNAL_PORT", Integer.toString(ports.of(Port.INTERNAL)));
    settings.put("RELAY_KEYSET_FILE", home.keyset().toString());
    settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", ports.http(Port.ACCOUNTS) + "/fxa");
    return settings;
  }

  private Map<String, String> ingest() {
    Map<String, String> settings = service(Port.INGEST);
    settings.put("RELAY_SNS_TOPIC_ARN", "arn:aws:sns:us-east-1:000000000000:inbound-mail");
    settings.put("RELAY_SNS_EVENTS_TOPIC_ARN", "arn:aws:sns:us-east-1:000000000000:mail-events");
    settings.put("RELAY_SNS_CERTIFICATE_PREFIX", ports.http(Port.AWS) + "/");
    return settings;
  }

  private Map<String, String> forwarder() {
    Map<String, String> settings = service(Port.FORWARDER);
    settings.putAll(database("forwarder"));
    settings.put("RELAY_LEDGER_KEY", secrets.ledgerKey());
    settings.put("RELAY_MAIL_CONFIGURATION_SET", "relay-events");
    // The local cloud publishes an event before it answers, so nobody needs SES's minutes; but one
    // of the two receives on its way may be lost, and hides it for as long as messages are hidden.
    settings.put("RELAY_LEDGER_EVIDENCE_WAIT", "40s");
    // Nor SES's patience: it answers from the same machine.
    settings.put("RELAY_LEDGER_SEND_TIMEOUT", "15s");
    return settings;
  }

  private Map<String, String> telemetry() {
    Map<String, String> settings = service(Port.TELEMETRY);
    settings.putAll(database("telemetry"));
    // Listening on loopback only, it tells its operator everything.
    settings.put("RELAY_TELEMETRY_COHORT", "1");
    return settings;
  }

  private Map<String, String> service(Port http) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("QUARKUS_HTTP_HOST", HOST);
    settings.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(http)));
    settings.put("AWS_REGION", "us-east-1");
    settings.put("AWS_ACCESS_KEY_ID", "local");
    settings.put("AWS_SECRET_ACCESS_KEY", "local");
    settings.put("RELAY_AWS_ENDPOINT", ports.http(Port.AWS));
    settings.put("RELAY_QUEUES_BASE_URL", ports.http(Port.AWS) + "/000000000000");
    settings.put("RELAY_MAIL_BUCKET", MAIL_BUCKET);
    settings.put("RELAY_MAIL_DOMAIN", MAIL_DOMAIN);
    settings.put("RELAY_INTERNAL_URL", ports.http(Port.INTERNAL));
    settings.put("RELAY_INTERNAL_CREDENTIAL", secrets.internalCredential());
    return settings;
  }

  private Map<String, String> database(String role) {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:postgresql://" + ports.hostAndPort(Port.DATABASE) + "/relay",
        "QUARKUS_DATASOURCE_USERNAME",
        role,
        "QUARKUS_DATASOURCE_PASSWORD",
        secrets.databasePassword());
  }
}
