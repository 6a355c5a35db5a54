package org.aliasrelay.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A person of one's own, signed up like any other: for what would disturb the demo account. */
public final class Owner {
  private final World world;
  private final String primary;
  private final String authorization;

  private Owner(World world, String primary, String authorization) {
    this.world = world;
    this.primary = primary;
    this.authorization = authorization;
  }

  public static Owner signUp(World world) {
    String primary = "owner-" + UUID.randomUUID().toString().substring(0, 8) + "@mailbox.test";
    JsonNode token =
        world
            .web()
            .postForm(
                world.stack().url("accounts") + "/fxa/token",
                Map.of(
                    "grant_type", "password",
                    "client_id", "alias-relay",
                    "username", primary,
                    "password", "any",
                    "scope", "openid profile email"))
            .expect(200)
            .json();
    String bearer = "Bearer " + token.path("access_token").asText();
    world.web().post(api(world) + "terms-accepted-user/", bearer, Map.of()).expect(201);
    Map<String, Object> key =
        Map.of(
            "name",
            "e2e",
            "scopes",
            List.of("aliases:read", "aliases:create", "aliases:write", "account"));
    String made =
        world.web().post(api(world) + "keys/", bearer, key).expect(201).json().path("key").asText();
    return new Owner(world, primary, "Token " + made);
  }

  public String primary() {
    return primary;
  }

  public JsonNode newAlias() {
    return world
        .web()
        .post(api(world) + "relayaddresses/", authorization, Map.of("enabled", true))
        .expect(201)
        .json();
  }

  public JsonNode alias(JsonNode alias) {
    return get("relayaddresses/" + alias.path("id").asText() + "/");
  }

  public JsonNode profile() {
    return get("profiles/").get(0);
  }

  void choose(Map<String, Object> wishes) {
    String url = api(world) + "profiles/" + profile().path("id").asText() + "/";
    world.web().patch(url, authorization, wishes).expect(200);
  }

  void change(JsonNode alias, Map<String, Object> wishes) {
    world.web().patch(url(alias, ""), authorization, wishes).expect(200);
  }

  /** What the API shows under an alias, such as {@code losses/}. */
  public JsonNode of(JsonNode alias, String what) {
    return get("relayaddresses/" + alias.path("id").asText() + "/" + what);
  }

  JsonNode post(JsonNode alias, String what, Object body) {
    Web.Answer answer = world.web().post(url(alias, what), authorization, body);
    if (answer.status() != 200) {
      answer.expect(201);
    }
    return answer.json();
  }

  void put(JsonNode alias, String what, Object body) {
    world.web().put(url(alias, what), authorization, body).expect(200);
  }

  void patch(JsonNode alias, String what, Map<String, Object> body) {
    world.web().patch(url(alias, what), authorization, body).expect(200);
  }

  /** What her provider does with her mail from now on: {@code none}, {@code hard}, ... */
  public void providerAnswers(String answer) {
    world
        .web()
        .put(world.stack().url("aws") + "/_local/ses", Map.of("bounces", Map.of(primary, answer)))
        .expect(200);
  }

  private JsonNode get(String path) {
    return world.web().get(api(world) + path, authorization).expect(200).json();
  }

  private String url(JsonNode alias, String what) {
    return api(world) + "relayaddresses/" + alias.path("id").asText() + "/" + what;
  }

  private static String api(World world) {
    return world.stack().url("api") + "/api/v1/";
  }
}
