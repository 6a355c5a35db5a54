package org.aliasrelay.alias.accounts;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.aliasrelay.alias.sealing.AccountId;

/** On whose behalf this request comes. */
@RequestScoped
public class Caller {
  /** The attribute of a {@link SecurityIdentity} that holds its {@link AccountId}. */
  public static final String ACCOUNT_ATTRIBUTE = "org.aliasrelay.account";

  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The account; resources that need one let nobody in without. */
  public AccountId account() {
    AccountId account = identity.getAttribute(ACCOUNT_ATTRIBUTE);
    if (account == null) {
      throw new ForbiddenException();
    }
    return account;
  }
}
