package org.aliasrelay.alias.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * By what an access token shows that it was given for this relay: its audience or one of its
 * scopes. The provider of accounts gives tokens to other services, too, and none of those may use
 * here what people gave them for something else.
 */
@ConfigMapping(prefix = "relay.accounts")
interface AccountsConfig {
  /**
   * One of {@code aud} (RFC 9068, section 2.2). Firefox Accounts names there the client that the
   * token was given to, so by default it is the client with which people sign in to this relay.
   */
  @WithDefault("${quarkus.oidc.client-id}")
  String audience();

  /**
   * One of {@code scope} (RFC 9068, section 2.2.3), with which clients of others, such as Firefox,
   * ask their users' leave. The provider must give it to nobody who did not ask for it.
   */
  @WithDefault("https://identity.mozilla.com/apps/relay")
  String scope();
}
