package org.aliasrelay.alias.keys;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Finds an API key in a request, in any of the spellings that password managers use: {@code
 * Authorization: Token K} (Relay), {@code Authorization: Bearer K} (addy.io) and {@code
 * Authentication: K} (SimpleLogin). Other bearer tokens are left to OpenID Connect.
 */
@ApplicationScoped
class ApiKeyMechanism implements HttpAuthenticationMechanism {
  private static final String TOKEN = "Token ";
  private static final String BEARER = "Bearer ";

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    Optional<ApiKeyText> key = keyIn(context.request().headers());
    if (key.isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    return identities.authenticate(
        HttpSecurityUtils.setRoutingContextAttribute(new ApiKeyRequest(key.get()), context));
  }

  static Optional<ApiKeyText> keyIn(MultiMap headers) {
    String authentication = headers.get("Authentication");
    if (authentication != null) {
      return Optional.of(ApiKeyText.of(authentication.strip()));
    }
    String authorization = headers.get(HttpHeaderNames.AUTHORIZATION);
    if (authorization == null) {
      return Optional.empty();
    }
    if (hasScheme(authorization, TOKEN)) {
      return Optional.of(ApiKeyText.of(authorization.substring(TOKEN.length()).strip()));
    }
    if (hasScheme(authorization, BEARER)) {
      String token = authorization.substring(BEARER.length()).strip();
      return Optional.of(token)
          .filter(text -> text.startsWith(ApiKeyText.PREFIX))
          .map(ApiKeyText::of);
    }
    return Optional.empty();
  }

  private static boolean hasScheme(String header, String scheme) {
    return header.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom()
        .item(
            new ChallengeData(
                HttpResponseStatus.UNAUTHORIZED.code(),
                HttpHeaderNames.WWW_AUTHENTICATE,
                "Bearer"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(ApiKeyRequest.class);
  }

  /** Before OpenID Connect, so that a key never waits for the accounts provider. */
  @Override
  public int getPriority() {
    return 2 * DEFAULT_PRIORITY;
  }
}
