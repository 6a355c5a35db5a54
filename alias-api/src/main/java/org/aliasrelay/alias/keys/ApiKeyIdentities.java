package org.aliasrelay.alias.keys;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.aliasrelay.alias.accounts.Caller;

/** Turns a good API key into an identity with the key's scopes as its roles. */
@ApplicationScoped
class ApiKeyIdentities implements IdentityProvider<ApiKeyRequest> {
  private final ApiKeys keys;

  ApiKeyIdentities(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  public Class<ApiKeyRequest> getRequestType() {
    return ApiKeyRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      ApiKeyRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(
        () ->
            keys.use(request.key())
                .map(ApiKeyIdentities::identity)
                .orElseThrow(() -> new AuthenticationFailedException("no such key")));
  }

  private static SecurityIdentity identity(ApiKeys.Grant grant) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal("api-key"))
        .addRoles(Set.copyOf(grant.scopes()))
        .addAttribute(Caller.ACCOUNT_ATTRIBUTE, grant.account())
        .build();
  }
}
