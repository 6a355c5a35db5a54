package org.aliasrelay.alias.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs people in at the local accounts provider. */
@ApplicationScoped
public class People {
  /** All that a key can do. */
  public static final List<String> ALL_SCOPES =
      List.of("aliases:read", "aliases:create", "aliases:write", "account");

  private final String issuer;

  People(@ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
    this.issuer = issuer;
  }

  /** An address that no other test uses. */
  public static String someAddress() {
    return "person-" + UUID.randomUUID() + "@mailbox.test";
  }

  /** An access token of the accounts provider. */
  public String tokenOf(String email) {
    return tokenOf(email, "alias-relay", "openid profile email");
  }

  /** An access token that the accounts provider gave to some client. */
  public String tokenOf(String email, String client, String scope) {
    return given()
        .contentType(ContentType.URLENC)
        .formParam("grant_type", "password")
        .formParam("client_id", client)
        .formParam("username", email)
        .formParam("password", "any")
        .formParam("scope", scope)
        .post(issuer + "/token")
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  /** What an access token says of its holder. */
  public static JsonPath claimsOf(String token) {
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return JsonPath.from(new String(claims, StandardCharsets.UTF_8));
  }

  /** Opens an account, and makes a key for it. */
  public String keyOf(String email, List<String> scopes) {
    String token = tokenOf(email);
    given().header("Authorization", "Bearer " + token).post("/api/v1/terms-accepted-user/");
    return given()
        .header("Authorization", "Bearer " + token)
        .contentType(ContentType.JSON)
        .body(Map.of("name", "test", "scopes", scopes))
        .post("/api/v1/keys/")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }

  /** Requests of a new person with a key that can do everything. */
  public RequestSpecification somebody() {
    return with(keyOf(someAddress(), ALL_SCOPES));
  }

  /** Requests with a key. */
  public static RequestSpecification with(String key) {
    return given().header("Authorization", "Token " + key).contentType(ContentType.JSON);
  }
}
