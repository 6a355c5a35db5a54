package org.aliasrelay.launcher.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aliasrelay.launcher.stack.Secrets;
import org.aliasrelay.launcher.stack.StackFile;
import org.aliasrelay.launcher.stack.Trouble;

/** The demo account: signed up like any other, and found again at the next start. */
public final class DemoAccount {
  /** Where mail to the demo alias ends up. */
  public static final String PRIMARY = "ada@mailbox.test";

  private static final String NOTE = "demo";
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;

  private final Http http;
  private final String accounts;
  private final String api;

  /** The account on a stack with those base URLs. */
  public DemoAccount(Http http, String accounts, String api) {
    this.http = http;
    this.accounts = accounts;
    this.api = api;
  }

  /** Gives the demo account, its key and its alias, and makes what is missing. */
  public StackFile.Demo open(Secrets secrets) throws IOException, InterruptedException, Trouble {
    Optional<String> kept = secrets.demoApiKey();
    if (kept.isPresent()) {
      Http.Answer list = aliases(kept.get());
      if (list.status() == OK) {
        return new StackFile.Demo(PRIMARY, kept.get(), firstOrNew(kept.get(), list.json()));
      }
    }
    String key = signUp();
    secrets.keepDemoApiKey(key);
    return new StackFile.Demo(PRIMARY, key, firstOrNew(key, aliases(key).json()));
  }

  private String signUp() throws IOException, InterruptedException, Trouble {
    Http.Answer token =
        http.postForm(
            accounts + "/fxa/token",
            Map.of(
                "grant_type", "password",
                "client_id", "alias-relay",
                "username", PRIMARY,
                "password", "any",
                "scope", "openid profile email"));
    require("sign-in at the accounts provider", token, OK);
    String bearer = "Bearer " + token.json().path("access_token").asText();
    require(
        "sign-up",
        http.postJson(api + "/api/v1/terms-accepted-user/", bearer, Map.of()),
        CREATED,
        ACCEPTED);
    Http.Answer key =
        http.postJson(
            api + "/api/v1/keys/",
            bearer,
            Map.of(
                "name",
                NOTE,
                "scopes",
                List.of("aliases:read", "aliases:create", "aliases:write")));
    require("making an API key", key, CREATED);
    return key.json().path("key").asText();
  }

  private Http.Answer aliases(String key) throws IOException, InterruptedException {
    return http.get(api + "/api/v1/relayaddresses/", "Token " + key);
  }

  private String firstOrNew(String key, JsonNode list)
      throws IOException, InterruptedException, Trouble {
    for (JsonNode alias : list) {
      if (alias.path("enabled").asBoolean() && NOTE.equals(alias.path("description").asText())) {
        return alias.path("full_address").asText();
      }
    }
    Http.Answer created =
        http.postJson(
            api + "/api/v1/relayaddresses/",
            "Token " + key,
            Map.of("enabled", true, "description", NOTE));
    require("making an alias", created, CREATED);
    return created.json().path("full_address").asText();
  }

  private static void require(String step, Http.Answer answer, int... wanted) throws Trouble {
    for (int status : wanted) {
      if (answer.status() == status) {
        return;
      }
    }
    throw new Trouble(
        "The demo stopped at %s: the answer was %d.".formatted(step, answer.status()));
  }
}
