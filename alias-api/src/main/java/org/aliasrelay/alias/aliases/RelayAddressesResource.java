package org.aliasrelay.alias.aliases;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.aliasrelay.alias.accounts.Caller;
import org.aliasrelay.alias.accounts.Scopes;
import org.aliasrelay.alias.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * {@code relayaddresses/}, as Firefox Relay has it: GET lists, POST → 201 or 403 {@code
 * free_tier_limit}; {@code {id}/} GET, PUT and PATCH → 200, DELETE → 204; another person's id →
 * 404.
 */
@Path("/api/v1/relayaddresses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RelayAddressesResource {
  private final Aliases aliases;
  private final Caller caller;

  RelayAddressesResource(Aliases aliases, Caller caller) {
    this.aliases = aliases;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Scopes.ALIASES_READ)
  public List<RelayAddressJson> list(UriInfo uri) {
    return aliases.newestFirst(caller.account()).stream()
        .map(RelayAddressJson::of)
        .filter(new AliasFilter(uri.getQueryParameters()))
        .toList();
  }

  @POST
  @RolesAllowed({Scopes.ALIASES_CREATE, Scopes.ALIASES_WRITE})
  public Response create(@Nullable JsonNode body) {
    return switch (aliases.create(caller.account(), AliasChange.of(body))) {
      case Creation.Created created ->
          Response.status(201).entity(RelayAddressJson.of(created.alias())).build();
      case Creation.LimitReached reached ->
          Problem.of(403, "free_tier_limit", "You have as many aliases as this relay allows.")
              .with("free_tier_limit", reached.limit())
              .response();
    };
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Scopes.ALIASES_READ)
  public Response read(@RestPath long id) {
    return found(aliases.find(caller.account(), new AliasId(id)));
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Scopes.ALIASES_WRITE)
  public Response replace(@RestPath long id, @Nullable JsonNode body) {
    // Every member is optional in Relay's PUT, so it changes what it names, as PATCH does.
    return change(id, body);
  }

  @PATCH
  @Path("{id}")
  @RolesAllowed(Scopes.ALIASES_WRITE)
  public Response change(@RestPath long id, @Nullable JsonNode body) {
    return found(aliases.change(caller.account(), new AliasId(id), AliasChange.of(body)));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Scopes.ALIASES_WRITE)
  public Response delete(@RestPath long id) {
    return aliases.delete(caller.account(), new AliasId(id))
        ? Response.noContent().build()
        : Problem.of(404).response();
  }

  private static Response found(Optional<Alias> alias) {
    return alias
        .map(present -> Response.ok(RelayAddressJson.of(present)).build())
        .orElseGet(() -> Problem.of(404).response());
  }
}
