package org.aliasrelay.launcher.stack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code stack.json}: where everything of a running stack is, for scripts. The component names are
 * the keys of the file.
 *
 * @param api alias-api's base URL, like the six that follow
 * @param ingest mail-ingest
 * @param forwarder forwarder
 * @param telemetry telemetry
 * @param mailbox the mailbox page and its API
 * @param aws the endpoint of SES, SQS and S3
 * @param accounts the stand-in for Firefox Accounts; its issuer is {@code /fxa} under this
 * @param smtp {@code host:port} where mail from outside comes in
 * @param imap {@code host:port} where a mail program finds the mailbox
 * @param database JDBC URL, as superuser
 * @param mailBucket the vault
 * @param demo the demo account
 */
public record StackFile(
    String api,
    String ingest,
    String forwarder,
    String telemetry,
    String mailbox,
    String aws,
    String accounts,
    String smtp,
    String imap,
    String database,
    String mailBucket,
    Demo demo) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * The demo account.
   *
   * @param primary where mail to its aliases ends up
   * @param apiKey may list, create and change aliases
   * @param alias one of them
   */
  public record Demo(String primary, String apiKey, String alias) {}

  /** The file for a stack on these ports. */
  public static StackFile of(Ports ports, Demo demo) {
    return new StackFile(
        ports.http(Port.API),
        ports.http(Port.INGEST),
        ports.http(Port.FORWARDER),
        ports.http(Port.TELEMETRY),
        ports.http(Port.MAILBOX),
        ports.http(Port.AWS),
        ports.http(Port.ACCOUNTS),
        ports.hostAndPort(Port.SMTP),
        ports.hostAndPort(Port.IMAP),
        "jdbc:postgresql://" + ports.hostAndPort(Port.DATABASE) + "/relay?user=postgres",
        Recipes.MAIL_BUCKET,
        demo);
  }

  /** Writes it whole: a script never sees half of it. */
  public void write(Path path) throws IOException {
    PrivateFile.write(path, JSON.writeValueAsString(this) + "\n");
  }

  /** Reads it back. */
  public static StackFile read(Path path) throws IOException, Trouble {
    if (!Files.exists(path)) {
      throw new Trouble("No stack runs here. Start one with ./relay up");
    }
    String text = Files.readString(path, StandardCharsets.UTF_8);
    try {
      JsonNode tree = JSON.readTree(text);
      return JSON.treeToValue(tree, StackFile.class);
    } catch (JacksonException e) {
      throw new Trouble(path + " cannot be read. ./relay up -d writes it anew.");
    }
  }
}
