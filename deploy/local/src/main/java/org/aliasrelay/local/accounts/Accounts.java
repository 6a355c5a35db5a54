package org.aliasrelay.local.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The provider on its own port: discovery, keys, sign-in page, tokens, user info. A script gets a
 * token without a browser by {@code POST <issuer>/token} with {@code grant_type=password}, {@code
 * client_id}, {@code username=<any address>}, any password, and a scope.
 */
public final class Accounts implements AutoCloseable {

  private static final String PATH = "/fxa";
  private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
  private static final int FORM_BYTES = 64 * 1024;
  private static final String BEARER = "Bearer ";

  private final String issuer;
  private final TokenKey key;
  private final Tokens tokens;
  private final SignIns signIns;
  private final Clock clock;
  private final HttpServer server;

  private Accounts(Vertx vertx, String host, int port, Clock clock) {
    this.clock = clock;
    issuer = "http://" + host + ":" + port + PATH;
    key = TokenKey.generate();
    tokens = new Tokens(issuer, key, clock);
    signIns = new SignIns(clock);
    server = vertx.createHttpServer().requestHandler(routes(vertx));
  }

  public static Accounts start(Vertx vertx, String host, int port, Clock clock) {
    var accounts = new Accounts(vertx, host, port, clock);
    accounts.server.listen(port, host).toCompletionStage().toCompletableFuture().join();
    return accounts;
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  private Router routes(Vertx vertx) {
    var router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false).setBodyLimit(FORM_BYTES));
    router
        .get(PATH + "/.well-known/openid-configuration")
        .handler(context -> json(context, 200, discovery()));
    router.get(PATH + "/jwks").handler(context -> json(context, 200, key.keySet()));
    router.get(PATH + "/authorize").handler(this::askWho);
    router.post(PATH + "/authorize").handler(this::sendBack);
    router.post(PATH + "/token").handler(this::giveToken);
    router.get(PATH + "/userinfo").handler(this::tellWho);
    router.post(PATH + "/userinfo").handler(this::tellWho);
    return router;
  }

  private JsonObject discovery() {
    return new JsonObject()
        .put("issuer", issuer)
        .put("authorization_endpoint", issuer + "/authorize")
        .put("token_endpoint", issuer + "/token")
        .put("userinfo_endpoint", issuer + "/userinfo")
        .put("jwks_uri", issuer + "/jwks")
        .put("response_types_supported", JsonArray.of("code"))
        .put("grant_types_supported", JsonArray.of("authorization_code", "password"))
        .put("subject_types_supported", JsonArray.of("public"))
        .put("id_token_signing_alg_values_supported", JsonArray.of("RS256"))
        .put("scopes_supported", JsonArray.of("openid", "profile", "email"))
        .put(
            "token_endpoint_auth_methods_supported",
            JsonArray.of("client_secret_basic", "client_secret_post", "none"))
        .put("code_challenge_methods_supported", JsonArray.of("S256"))
        .put("claims_supported", JsonArray.of("sub", "email", "email_verified", "locale"));
  }

  private void askWho(RoutingContext context) {
    MultiMap request = context.request().params();
    if (!"code".equals(request.get("response_type")) || request.get("redirect_uri") == null) {
      refuse(context, "invalid_request");
      return;
    }
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(SignInPage.html(request));
  }

  private void sendBack(RoutingContext context) {
    MultiMap form = context.request().formAttributes();
    String redirectUri = form.get("redirect_uri");
    Optional<Person> person = person(context, form);
    if (redirectUri == null || person.isEmpty()) {
      refuse(context, "invalid_request");
      return;
    }
    String code =
        signIns.codeFor(
            new SignIn(
                person.get(),
                field(form, "client_id", ""),
                redirectUri,
                scope(form),
                form.get("nonce"),
                form.get("code_challenge"),
                clock.instant().plus(CODE_LIFETIME)));
    String state = form.get("state");
    context
        .response()
        .setStatusCode(303)
        .putHeader(
            HttpHeaders.LOCATION,
            redirectUri
                + (redirectUri.contains("?") ? "&" : "?")
                + "code="
                + code
                + (state == null ? "" : "&state=" + URLEncoder.encode(state, UTF_8)))
        .end();
  }

  private void giveToken(RoutingContext context) {
    MultiMap form = context.request().formAttributes();
    Optional<JsonObject> answer =
        switch (field(form, "grant_type", "")) {
          case "password" ->
              person(context, form)
                  .map(
                      person ->
                          tokens.issue(person, field(form, "client_id", ""), scope(form), null));
          case "authorization_code" ->
              signIns
                  .exchange(form.get("code"))
                  .filter(
                      signIn -> signIn.isFor(form.get("redirect_uri"), form.get("code_verifier")))
                  .map(
                      signIn ->
                          tokens.issue(
                              signIn.person(), signIn.clientId(), signIn.scope(), signIn.nonce()));
          default -> Optional.empty();
        };
    answer.ifPresentOrElse(
        token -> json(context, 200, token), () -> refuse(context, "invalid_grant"));
  }

  private void tellWho(RoutingContext context) {
    String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    Optional<Person> person =
        authorization != null && authorization.startsWith(BEARER)
            ? tokens.holder(authorization.substring(BEARER.length()))
            : Optional.empty();
    person.ifPresentOrElse(
        holder -> json(context, 200, holder.claims()),
        () -> {
          context.response().putHeader("WWW-Authenticate", "Bearer");
          json(context, 401, new JsonObject().put("error", "invalid_token"));
        });
  }

  /** The browser's language is what Firefox Accounts would report as the locale. */
  private static Optional<Person> person(RoutingContext context, MultiMap form) {
    String locale = form.get("locale");
    if (locale == null && !context.acceptableLanguages().isEmpty()) {
      locale = context.acceptableLanguages().getFirst().value();
    }
    return Person.named(form.get("username"), locale);
  }

  private static String scope(MultiMap form) {
    return field(form, "scope", "openid profile email");
  }

  private static String field(MultiMap form, String name, String fallback) {
    String value = form.get(name);
    return value == null ? fallback : value;
  }

  private static void refuse(RoutingContext context, String error) {
    json(context, 400, new JsonObject().put("error", error));
  }

  private static void json(RoutingContext context, int status, JsonObject body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body.toBuffer());
  }
}
