package org.aliasrelay.alias.routes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteRequest;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.aliasrelay.alias.sealing.Fingerprints;

/** Answers {@link RouteRequest}s. */
@ApplicationScoped
class Routes {
  private final Recipients recipients;
  private final RouteTokens tokens;
  private final Fingerprints fingerprints;

  Routes(Recipients recipients, RouteTokens tokens, Fingerprints fingerprints) {
    this.recipients = recipients;
    this.tokens = tokens;
    this.fingerprints = fingerprints;
  }

  Route find(RouteRequest request) {
    return switch (recipients.find(request.recipient())) {
      case Recipient.Nobody() -> new Route.Unknown();
      case Recipient.OfAlias alias -> {
        RouteToken token = tokens.issue(request.mailId(), alias.target());
        yield RoutePolicy.toOwner(alias)
            .<Route>map(reason -> new Route.Blocked(token, reason))
            .orElseGet(() -> Route.Forward.atOnce(token));
      }
      case Recipient.OfContact contact -> {
        RouteToken token = tokens.issue(request.mailId(), contact.target());
        yield RoutePolicy.toCorrespondent(contact, sender(request))
            .<Route>map(reason -> new Route.Blocked(token, reason))
            .orElseGet(() -> new Route.Reply(token));
      }
    };
  }

  private Optional<Fingerprint> sender(RouteRequest request) {
    return Optional.ofNullable(request.envelopeSender()).map(fingerprints::ofPrimary);
  }
}
