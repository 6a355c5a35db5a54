package org.aliasrelay.local;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the local cloud is told by its environment; each component is one variable.
 *
 * @param host the one address every port is bound to ({@code LOCAL_CLOUD_HOST})
 * @param data the folder that holds all state and is made when missing ({@code LOCAL_CLOUD_DATA})
 * @param room bytes that must be free on the disk of {@code data}, else nothing is ready ({@code
 *     LOCAL_CLOUD_ROOM}; by default none need be)
 * @param awsPort the front for SQS, S3, SES and the signing certificate ({@code
 *     LOCAL_CLOUD_AWS_PORT})
 * @param smtpPort where mail for the relay domain comes in ({@code LOCAL_CLOUD_SMTP_PORT})
 * @param mailboxPort the page and API of the mailbox ({@code LOCAL_CLOUD_MAILBOX_PORT})
 * @param imapPort the mailbox for mail programs ({@code LOCAL_CLOUD_IMAP_PORT})
 * @param accountsPort the OpenID Connect provider ({@code LOCAL_CLOUD_ACCOUNTS_PORT})
 * @param databasePort PostgreSQL ({@code LOCAL_CLOUD_DATABASE_PORT})
 * @param databasePassword of the roles of the services ({@code LOCAL_CLOUD_DATABASE_PASSWORD})
 * @param mailDomain the relay domain ({@code RELAY_MAIL_DOMAIN})
 * @param mailBucket the bucket for incoming mail ({@code RELAY_MAIL_BUCKET})
 * @param parentPid when set, the local cloud ends with that process ({@code
 *     LOCAL_CLOUD_PARENT_PID})
 */
public record LocalCloudConfig(
    String host,
    Path data,
    long room,
    int awsPort,
    int smtpPort,
    int mailboxPort,
    int imapPort,
    int accountsPort,
    int databasePort,
    String databasePassword,
    String mailDomain,
    String mailBucket,
    OptionalLong parentPid) {

  /** Account every queue and topic belongs to; the one LocalStack uses. */
  public static final String AWS_ACCOUNT = "000000000000";

  public static final String AWS_REGION = "us-east-1";

  public static LocalCloudConfig from(Map<String, String> environment) {
    var variables = new Variables(environment);
    return new LocalCloudConfig(
        variables.text("LOCAL_CLOUD_HOST", "127.0.0.1"),
        Path.of(variables.text("LOCAL_CLOUD_DATA", ".relay/cloud")).toAbsolutePath().normalize(),
        variables.number("LOCAL_CLOUD_ROOM").orElse(0),
        variables.port("LOCAL_CLOUD_AWS_PORT", 4566),
        variables.port("LOCAL_CLOUD_SMTP_PORT", 2525),
        variables.port("LOCAL_CLOUD_MAILBOX_PORT", 8025),
        variables.port("LOCAL_CLOUD_IMAP_PORT", 1143),
        variables.port("LOCAL_CLOUD_ACCOUNTS_PORT", 9000),
        variables.port("LOCAL_CLOUD_DATABASE_PORT", 54320),
        variables.required("LOCAL_CLOUD_DATABASE_PASSWORD"),
        variables.text("RELAY_MAIL_DOMAIN", "relay.test").toLowerCase(Locale.ROOT),
        variables.text("RELAY_MAIL_BUCKET", "relay-mail"),
        variables.number("LOCAL_CLOUD_PARENT_PID"));
  }

  private record Variables(Map<String, String> environment) {

    Optional<String> find(String name) {
      return Optional.ofNullable(environment.get(name))
          .map(String::strip)
          .filter(v -> !v.isEmpty());
    }

    String text(String name, String fallback) {
      return find(name).orElse(fallback);
    }

    String required(String name) {
      return find(name).orElseThrow(() -> new StartException(name + " is not set"));
    }

    int port(String name, int fallback) {
      return find(name).map(value -> toPort(name, value)).orElse(fallback);
    }

    OptionalLong number(String name) {
      try {
        return find(name).map(Long::parseLong).map(OptionalLong::of).orElse(OptionalLong.empty());
      } catch (NumberFormatException notANumber) {
        throw new StartException(name + " is not a number", notANumber);
      }
    }

    private static int toPort(String name, String value) {
      try {
        int port = Integer.parseInt(value);
        if (port >= 1 && port <= 65_535) {
          return port;
        }
        throw new StartException(name + " is not between 1 and 65535");
      } catch (NumberFormatException notANumber) {
        throw new StartException(name + " is not a port number", notANumber);
      }
    }
  }
}
