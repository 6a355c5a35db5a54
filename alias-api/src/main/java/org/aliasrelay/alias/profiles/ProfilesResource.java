package org.aliasrelay.alias.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aliasrelay.alias.accounts.Caller;
import org.aliasrelay.alias.accounts.PreferenceChange;
import org.aliasrelay.alias.accounts.Scopes;
import org.aliasrelay.alias.contract.SuspectMail;
import org.aliasrelay.alias.http.Members;
import org.aliasrelay.alias.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * {@code profiles/}: GET → an array of one; {@code {id}/} GET, PATCH → 200, 400 for a choice there
 * is not, another person's id → 404.
 */
@Path("/api/v1/profiles")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.ACCOUNT)
@RunOnVirtualThread
class ProfilesResource {
  private final Profiles profiles;
  private final Caller caller;

  ProfilesResource(Profiles profiles, Caller caller) {
    this.profiles = profiles;
    this.caller = caller;
  }

  @GET
  public Response list() {
    return fresh(new ProfileJson[] {profiles.show(caller.account())});
  }

  @GET
  @Path("{id}")
  public Response read(@RestPath long id) {
    return mine(id) ? fresh(profiles.show(caller.account())) : Problem.of(404).response();
  }

  @PATCH
  @Path("{id}")
  public Response change(@RestPath long id, @Nullable JsonNode body) {
    PreferenceChange change = changeIn(Members.of(body));
    return mine(id) ? fresh(profiles.change(caller.account(), change)) : Problem.of(404).response();
  }

  private boolean mine(long id) {
    return profiles.idOf(caller.account()) == id;
  }

  private static PreferenceChange changeIn(Members members) {
    return new PreferenceChange(
        members.choice("suspect_mail", SuspectMail.class),
        members.flag("banner"),
        members.flag("remove_level_one_email_trackers"),
        members.flag("metrics_enabled"));
  }

  private static Response fresh(Object entity) {
    return Response.ok(entity).header("Cache-Control", "no-store").build();
  }
}
