package org.aliasrelay.alias.routes;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contacts.ContactId;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.alias.sealing.TokenSeal;

/**
 * Makes and opens route tokens. The mail id is the associated data: the same target of the same
 * mail always gives the same token, and a token shown with another mail's id does not open. All
 * tokens have one length, so that an alias cannot be told from a reverse alias.
 */
@ApplicationScoped
public class RouteTokens {
  /** Contacts have positive numbers; a negative one says that the envelope named nobody. */
  private static final long NO_CONTACT = 0;

  private static final long FORMER_CONTACT = Long.MIN_VALUE;

  private static final long NOTICE = Long.MIN_VALUE + 1;

  private final TokenSeal seal;

  RouteTokens(TokenSeal seal) {
    this.seal = seal;
  }

  /** The token of a target for one mail. */
  public RouteToken issue(String mailId, RouteTarget target) {
    ByteBuffer plain = ByteBuffer.allocate(2 * Long.BYTES).putLong(target.alias().value());
    switch (target) {
      case RouteTarget.Owner owner -> plain.putLong(NO_CONTACT);
      case RouteTarget.Correspondent(AliasId _, ContactId contact, boolean nullSender) ->
          plain.putLong(nullSender ? -contact.value() : contact.value());
      case RouteTarget.FormerCorrespondent _ -> plain.putLong(FORMER_CONTACT);
      case RouteTarget.Notice _ -> plain.putLong(NOTICE);
    }
    return new RouteToken(
        Base64.getUrlEncoder().withoutPadding().encodeToString(seal.seal(plain.array(), mailId)));
  }

  /** What a token stands for; nothing if it is not one of ours, or another mail's. */
  public Optional<RouteTarget> open(String mailId, RouteToken token) {
    byte[] sealed;
    try {
      sealed = Base64.getUrlDecoder().decode(token.value());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return seal.open(sealed, mailId).map(ByteBuffer::wrap).map(RouteTokens::read);
  }

  private static RouteTarget read(ByteBuffer plain) {
    AliasId alias = new AliasId(plain.getLong());
    long contact = plain.getLong();
    if (contact == NO_CONTACT) {
      return new RouteTarget.Owner(alias);
    }
    if (contact == NOTICE) {
      return new RouteTarget.Notice(alias);
    }
    return contact == FORMER_CONTACT
        ? new RouteTarget.FormerCorrespondent(alias)
        : new RouteTarget.Correspondent(alias, new ContactId(Math.abs(contact)), contact < 0);
  }
}
