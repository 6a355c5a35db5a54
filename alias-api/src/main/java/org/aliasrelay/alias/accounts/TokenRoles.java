package org.aliasrelay.alias.accounts;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.aliasrelay.alias.sealing.AccountId;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Gives the bearer of an accounts token its account and scopes, and only those: whatever roles or
 * groups the token claims, it does not get them here.
 */
@ApplicationScoped
class TokenRoles implements SecurityIdentityAugmentor {
  private final Accounts accounts;

  TokenRoles(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? context.runBlocking(() -> person(identity, token))
        : Uni.createFrom().item(identity);
  }

  private SecurityIdentity person(SecurityIdentity identity, JsonWebToken token) {
    QuarkusSecurityIdentity.Builder builder =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(token)
            .addCredentials(identity.getCredentials())
            .addAttributes(identity.getAttributes())
            .addRole(Scopes.PERSON);
    accounts
        .ofSubject(token.getIssuer(), token.getSubject())
        .ifPresent(account -> owner(builder, account));
    return builder.build();
  }

  private static void owner(QuarkusSecurityIdentity.Builder builder, AccountId account) {
    builder.addAttribute(Caller.ACCOUNT_ATTRIBUTE, account);
    Scopes.OF_KEYS.forEach(builder::addRole);
  }
}
