package org.aliasrelay.alias.services;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;

/**
 * Knows another service by its credential: {@code Authorization: Service K}, on the internal port
 * only. Elsewhere the right credential is no better than none.
 */
@ApplicationScoped
class ServiceMechanism implements HttpAuthenticationMechanism {
  private static final String SCHEME = "Service ";
  private static final int SHORTEST = 16;
  private static final SecurityIdentity SERVICE =
      QuarkusSecurityIdentity.builder()
          .setPrincipal(new QuarkusPrincipal("service"))
          .addRole(ServiceRole.NAME)
          .build();

  private final InternalPort internalPort;
  private final byte[] credential;

  ServiceMechanism(InternalPort internalPort, InternalConfig config) {
    if (config.credential().length() < SHORTEST) {
      throw new IllegalArgumentException(
          "relay.internal.credential needs at least " + SHORTEST + " characters");
    }
    this.internalPort = internalPort;
    this.credential = config.credential().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    if (!internalPort.received(context.request())) {
      return Uni.createFrom().nullItem();
    }
    String header = context.request().getHeader(HttpHeaderNames.AUTHORIZATION);
    boolean known =
        header != null
            && header.startsWith(SCHEME)
            && MessageDigest.isEqual(
                header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8), credential);
    return known
        ? Uni.createFrom().item(SERVICE)
        : Uni.createFrom().failure(new AuthenticationFailedException("no service credential"));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom()
        .item(
            new ChallengeData(
                HttpResponseStatus.UNAUTHORIZED.code(),
                HttpHeaderNames.WWW_AUTHENTICATE,
                "Service"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of();
  }

  /** First of all: on the internal port nothing else lets anybody in. */
  @Override
  public int getPriority() {
    return 3 * DEFAULT_PRIORITY;
  }
}
