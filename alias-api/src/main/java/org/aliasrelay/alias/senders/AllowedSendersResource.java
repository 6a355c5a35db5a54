package org.aliasrelay.alias.senders;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.aliasrelay.alias.accounts.Caller;
import org.aliasrelay.alias.accounts.Scopes;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.http.InvalidRequest;
import org.aliasrelay.alias.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * {@code relayaddresses/{alias}/allowed_senders/}: GET → an array of addresses and domains; PUT of
 * such an array replaces it, 400 {@code too_many_senders} or {@code invalid_sender}; another
 * person's id → 404. While the array is empty anybody may write. Once it is not, a mail comes in
 * only if all its authors are on it and it is authenticated: DMARC passed, or the author's domain
 * publishes none and SPF passed for that domain. Anything else ends as {@code sender_not_allowed}.
 */
@Path("/api/v1/relayaddresses/{alias}/allowed_senders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.ALIASES_WRITE)
@RunOnVirtualThread
class AllowedSendersResource {
  /** A person keeps such a list by hand. */
  private static final int MOST = 500;

  private final AllowedSenders senders;
  private final Caller caller;

  AllowedSendersResource(AllowedSenders senders, Caller caller) {
    this.senders = senders;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Scopes.ALIASES_READ)
  public Response list(@RestPath long alias) {
    return found(alias);
  }

  @PUT
  public Response replace(@RestPath long alias, @Nullable JsonNode body) {
    if (body == null || !body.isArray()) {
      throw new InvalidRequest("The body must be a JSON array.");
    }
    if (body.size() > MOST) {
      return Problem.of(400, "too_many_senders", "The list is longer than this relay allows.")
          .with("too_many_senders", MOST)
          .response();
    }
    Set<Sender> list = new LinkedHashSet<>();
    for (JsonNode entry : body) {
      Optional<Sender> sender =
          entry.isTextual() ? Sender.parse(entry.textValue()) : Optional.empty();
      if (sender.isEmpty()) {
        return Problem.of(400, "invalid_sender", "An entry is neither an address nor a domain.")
            .response();
      }
      list.add(sender.get());
    }
    boolean _ = senders.replace(caller.account(), new AliasId(alias), list);
    return found(alias);
  }

  private Response found(long alias) {
    return senders
        .list(caller.account(), new AliasId(alias))
        .map(list -> Response.ok(list).build())
        .orElseGet(() -> Problem.of(404).response());
  }
}
