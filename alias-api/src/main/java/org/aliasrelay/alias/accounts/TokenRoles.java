package org.aliasrelay.alias.accounts;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.aliasrelay.alias.sealing.AccountId;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Gives the bearer of an accounts token its account and scopes, and only those: whatever roles or
 * groups the token claims, it does not get them here. A token that was given for something else is
 * none here (RFC 9068, section 4).
 */
@ApplicationScoped
class TokenRoles implements SecurityIdentityAugmentor {
  private final Accounts accounts;
  private final AccountsConfig config;

  TokenRoles(Accounts accounts, AccountsConfig config) {
    this.accounts = accounts;
    this.config = config;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Uni.createFrom().item(identity);
    }
    return isForThisRelay(token)
        ? context.runBlocking(() -> person(identity, token))
        : Uni.createFrom().failure(new AuthenticationFailedException("for something else"));
  }

  private boolean isForThisRelay(JsonWebToken token) {
    Set<String> audience = token.getAudience();
    if (audience != null && audience.contains(config.audience())) {
      return true;
    }
    // What is no text is no scope (RFC 8693, section 4.2).
    return token.claim("scope").orElse("") instanceof String scopes
        && List.of(scopes.split(" ", -1)).contains(config.scope());
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
