package org.aliasrelay.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.aliasrelay.testkit.RelayStack;

/** A running stack, and the people and programs around it. */
public final class World {
  private final RelayStack stack;
  private final Web web = new Web();

  public World(RelayStack stack) {
    this.stack = stack;
  }

  public RelayStack stack() {
    return stack;
  }

  public Web web() {
    return web;
  }

  /** A foreign mail server. */
  public PostOffice postOffice() {
    return new PostOffice(stack.port("SMTP"));
  }

  /** Sends the letter to that alias. */
  public void send(Letter letter, JsonNode alias) {
    String address = alias.path("full_address").asText();
    postOffice().send(letter.sender(), letter.to(address), address);
  }

  /** Where everything that the relay sends ends up. */
  public Inbox inbox() {
    return new Inbox(web, stack.url("mailbox"));
  }

  /** What operators see: queues and bucket. */
  public Backstage backstage() {
    return new Backstage(stack.url("aws"), stack.file().path("mailBucket").asText());
  }

  public String primary() {
    return stack.file().path("demo").path("primary").asText();
  }

  /** A new alias of the demo account. */
  public JsonNode newAlias() {
    return web.post(
            stack.url("api") + "/api/v1/relayaddresses/",
            authorization(),
            Map.of("enabled", true, "description", "e2e"))
        .expect(201)
        .json();
  }

  /** An alias of the demo account as it is now. */
  public JsonNode alias(JsonNode alias) {
    return web.get(aliasUrl(alias), authorization()).expect(200).json();
  }

  /** How many things its owner is still to be told about an alias: nothing else shows that. */
  public int toBeTold(JsonNode alias) {
    String sql = "select coalesce(sum(total), 0) from alias.notice_line where alias_id = ?";
    try (Connection database = DriverManager.getConnection(stack.url("database"));
        PreparedStatement lines = database.prepareStatement(sql)) {
      lines.setLong(1, alias.path("id").asLong());
      try (ResultSet sum = lines.executeQuery()) {
        sum.next();
        return sum.getInt(1);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  String newAliasAddress() {
    return newAlias().path("full_address").asText();
  }

  void disable(JsonNode alias) {
    web.patch(aliasUrl(alias), authorization(), Map.of("enabled", false)).expect(200);
  }

  void delete(JsonNode alias) {
    web.delete(aliasUrl(alias), authorization()).expect(204);
  }

  public String authorization() {
    return "Token " + stack.file().path("demo").path("apiKey").asText();
  }

  private String aliasUrl(JsonNode alias) {
    return stack.url("api") + "/api/v1/relayaddresses/" + alias.path("id").asText() + "/";
  }
}
