package org.aliasrelay.alias.keys;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.aliasrelay.alias.accounts.Caller;
import org.aliasrelay.alias.accounts.Scopes;
import org.aliasrelay.alias.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * {@code keys/}: GET lists, POST → 201 with the key shown once, 400 {@code invalid_key} or 403
 * {@code key_limit}; {@code {id}/} DELETE → 204, and another person's id → 404.
 */
@Path("/api/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.ACCOUNT)
@RunOnVirtualThread
class KeysResource {
  private static final KeyWish NOTHING_SAID = new KeyWish(null, null, null);

  private final ApiKeys keys;
  private final Caller caller;
  private final Clock clock;

  KeysResource(ApiKeys keys, Caller caller, Clock clock) {
    this.keys = keys;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  public List<ApiKey> list() {
    return keys.list(caller.account());
  }

  @POST
  public Response create(@Nullable KeyWish body) {
    KeyWish wish = body == null ? NOTHING_SAID : body;
    if (!wish.valid(clock.instant())) {
      return Problem.of(
              400,
              "invalid_key",
              "Unknown scope, or an expiry in the past or beyond the year 9999.")
          .response();
    }
    return switch (keys.create(caller.account(), wish)) {
      case Creation.Created(NewApiKey key) ->
          Response.status(201).header("Cache-Control", "no-store").entity(key).build();
      case Creation.LimitReached(int limit) ->
          Problem.of(403, "key_limit", "You have as many API keys as this relay allows.")
              .with("key_limit", limit)
              .response();
    };
  }

  @DELETE
  @Path("{id}")
  public Response revoke(@RestPath UUID id) {
    return keys.revoke(caller.account(), id)
        ? Response.noContent().build()
        : Problem.of(404).response();
  }
}
