package org.aliasrelay.alias.accounts;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ClientErrorException;
import org.aliasrelay.alias.sealing.AccountId;

/** On whose behalf this request comes. */
@RequestScoped
public class Caller {
  /** The attribute of a {@link SecurityIdentity} that holds its {@link AccountId}. */
  public static final String ACCOUNT_ATTRIBUTE = "org.aliasrelay.account";

  private static final int TOO_MANY_REQUESTS = 429;

  private final SecurityIdentity identity;
  private final RequestRate rate;
  private boolean counted;

  Caller(SecurityIdentity identity, RequestRate rate) {
    this.identity = identity;
    this.rate = rate;
  }

  /** The account; resources that need one let nobody in without, nor one that asks too much. */
  public AccountId account() {
    AccountId account = identity.getAttribute(ACCOUNT_ATTRIBUTE);
    if (account == null) {
      throw new ForbiddenException();
    }
    if (!counted && !rate.take(account)) {
      throw new ClientErrorException(TOO_MANY_REQUESTS);
    }
    counted = true;
    return account;
  }
}
