package org.aliasrelay.bench.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Signs people up and gives them aliases. */
final class Owners {
  private static final int OWNERS = 8;
  private static final int ALIASES_OF_EACH = 5;

  private final Http http;
  private final BenchStack stack;

  Owners(Http http, BenchStack stack) {
    this.http = http;
    this.stack = stack;
  }

  /** The addresses of all aliases. */
  List<String> signUp() throws IOException, InterruptedException {
    List<String> aliases = new ArrayList<>();
    for (int owner = 0; owner < OWNERS; owner++) {
      String bearer = "Bearer " + token("owner" + owner + "@mailbox.test");
      String api = stack.address("api") + "/api/v1/";
      var _ = http.post(api + "terms-accepted-user/", bearer, Map.of());
      List<String> scopes = List.of("aliases:read", "aliases:create", "aliases:write");
      String key =
          http.post(api + "keys/", bearer, Map.of("name", "bench", "scopes", scopes))
              .path("key")
              .asText();
      for (int alias = 0; alias < ALIASES_OF_EACH; alias++) {
        aliases.add(
            http.post(
                    api + "relayaddresses/",
                    "Token " + key,
                    Map.of("enabled", true, "description", "bench"))
                .path("full_address")
                .asText());
      }
    }
    return aliases;
  }

  private String token(String address) throws IOException, InterruptedException {
    return http.postForm(
            stack.address("accounts") + "/fxa/token",
            "grant_type=password&client_id=alias-relay&password=any&scope=openid+profile+email"
                + "&username="
                + address)
        .path("access_token")
        .asText();
  }
}
