package org.aliasrelay.local.accounts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aliasrelay.local.TestPorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsIT {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String CALLBACK = "http://127.0.0.1:8080/callback";

  /** The example of RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port = TestPorts.free();
  private Accounts accounts;

  @BeforeEach
  void start() {
    accounts = startAt(NOW);
  }

  @AfterEach
  void stop() {
    client.close();
    accounts.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void discoveryNamesWhatIsThere() throws Exception {
    JsonObject discovery = json(get("/.well-known/openid-configuration"));

    assertThat(discovery.getString("issuer")).isEqualTo(issuer());
    for (String endpoint : List.of("jwks_uri", "authorization_endpoint", "userinfo_endpoint")) {
      URI uri = URI.create(discovery.getString(endpoint));
      assertThat(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()))
          .as(endpoint)
          .matches(response -> response.statusCode() != 404);
    }
  }

  @Test
  void scriptGetsASignedTokenForAnyAddress() throws Exception {
    JsonObject token = json(post("/token", password("ada@mailbox.test")));

    String access = token.getString("access_token");
    JsonObject claims = claims(access);
    assertThat(isSigned(access, json(get("/jwks")))).isTrue();
    assertThat(claims.getString("iss")).isEqualTo(issuer());
    assertThat(claims.getString("aud")).isEqualTo("alias-relay");
    assertThat(claims.getString("email")).isEqualTo("ada@mailbox.test");
    assertThat(claims.getBoolean("email_verified")).isTrue();
    assertThat(claims.getString("locale")).isEqualTo("en-US");
    assertThat(claims.getLong("exp")).isGreaterThan(NOW.getEpochSecond());
    assertThat(token.getString("token_type")).isEqualTo("Bearer");
  }

  @Test
  void userInfoSaysWhatTheTokenSays() throws Exception {
    String access = json(post("/token", password("ada@mailbox.test"))).getString("access_token");

    JsonObject info = json(userInfo(access));

    for (String claim : List.of("sub", "email", "email_verified", "locale")) {
      assertThat(info.getValue(claim)).as(claim).isEqualTo(claims(access).getValue(claim));
    }
  }

  @Test
  void sameAddressIsTheSamePersonAfterARestart() throws Exception {
    String before = subject("ada@mailbox.test");

    accounts.close();
    accounts = startAt(NOW);

    assertThat(subject("Ada@Mailbox.test")).isEqualTo(before);
    assertThat(subject("bob@mailbox.test")).isNotEqualTo(before);
  }

  @Test
  void refusesATokenThatThisStartHasNotSigned() throws Exception {
    String access = json(post("/token", password("ada@mailbox.test"))).getString("access_token");
    String forged = access.substring(0, access.length() - 8) + "AAAAAAAA";

    assertThat(userInfo(forged).statusCode()).isEqualTo(401);
    assertThat(userInfo("nonsense").statusCode()).isEqualTo(401);

    accounts.close();
    accounts = startAt(NOW);
    assertThat(userInfo(access).statusCode()).as("key of an earlier start").isEqualTo(401);
  }

  @Test
  void personTypesAnAddressAndTheClientGetsATokenForIt() throws Exception {
    String query = "?" + form(authorization());
    HttpResponse<String> page = get("/authorize" + query);
    assertThat(page.body()).contains("type=\"email\"").contains("value=\"state-1\"");

    var answer = new HashMap<>(authorization());
    answer.put("username", "ada@mailbox.test");
    HttpResponse<String> redirect = post("/authorize", answer);
    String location = redirect.headers().firstValue("Location").orElseThrow();
    assertThat(redirect.statusCode()).isEqualTo(303);
    assertThat(location).startsWith(CALLBACK + "?code=").endsWith("&state=state-1");

    String code = location.replaceAll(".*code=([^&]*).*", "$1");
    assertThat(exchange(code, "wrong-verifier").statusCode()).isEqualTo(400);
    code = newCode(answer);
    JsonObject token = json(exchange(code, VERIFIER));
    JsonObject identity = claims(token.getString("id_token"));
    assertThat(identity.getString("email")).isEqualTo("ada@mailbox.test");
    assertThat(identity.getString("nonce")).isEqualTo("nonce-1");
    assertThat(exchange(code, VERIFIER).statusCode()).isEqualTo(400);
  }

  @Test
  void pageQuotesNothingAsMarkup() throws Exception {
    var request = new HashMap<>(authorization());
    request.put("state", "\"><script>alert(1)</script>");

    assertThat(get("/authorize?" + form(request)).body()).doesNotContain("<script>");
  }

  @Test
  void refusesWhatIsNoAddress() throws Exception {
    assertThat(post("/token", password("ada")).statusCode()).isEqualTo(400);
  }

  private Accounts startAt(Instant now) {
    return Accounts.start(vertx, "127.0.0.1", port, Clock.fixed(now, ZoneOffset.UTC));
  }

  private String issuer() {
    return "http://127.0.0.1:" + port + "/fxa";
  }

  private static Map<String, String> password(String address) {
    return Map.of(
        "grant_type", "password",
        "client_id", "alias-relay",
        "username", address,
        "password", "any",
        "scope", "openid profile email");
  }

  private static Map<String, String> authorization() {
    return Map.of(
        "response_type", "code",
        "client_id", "alias-relay",
        "redirect_uri", CALLBACK,
        "scope", "openid email",
        "state", "state-1",
        "nonce", "nonce-1",
        "code_challenge", CHALLENGE,
        "code_challenge_method", "S256");
  }

  private String newCode(Map<String, String> answer) throws Exception {
    return post("/authorize", answer)
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .replaceAll(".*code=([^&]*).*", "$1");
  }

  private HttpResponse<String> exchange(String code, String verifier) throws Exception {
    return post(
        "/token",
        Map.of(
            "grant_type", "authorization_code",
            "client_id", "alias-relay",
            "redirect_uri", CALLBACK,
            "code", code,
            "code_verifier", verifier));
  }

  private String subject(String address) throws Exception {
    return claims(json(post("/token", password(address))).getString("access_token"))
        .getString("sub");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(issuer() + path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> userInfo(String token) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(issuer() + "/userinfo"))
            .header("Authorization", "Bearer " + token)
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(issuer() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(fields)))
            .build(),
        BodyHandlers.ofString());
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static JsonObject json(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    return new JsonObject(response.body());
  }

  private static JsonObject claims(String token) {
    return new JsonObject(new String(decode(part(token, 1)), UTF_8));
  }

  private static boolean isSigned(String token, JsonObject keySet) throws Exception {
    JsonObject key = keySet.getJsonArray("keys").getJsonObject(0);
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(
                new RSAPublicKeySpec(
                    new BigInteger(1, decode(key.getString("n"))),
                    new BigInteger(1, decode(key.getString("e"))))));
    signature.update((part(token, 0) + "." + part(token, 1)).getBytes(US_ASCII));
    return signature.verify(decode(part(token, 2)));
  }

  private static String part(String token, int index) {
    return Arrays.asList(Pattern.compile("\\.").split(token)).get(index);
  }

  private static byte[] decode(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }
}
