package org.aliasrelay.alias.accounts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.http.Problem;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** {@code terms-accepted-user/}: 201 opened, 202 there already, 403 no address that will do. */
@Path("/api/v1/terms-accepted-user")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.PERSON)
@RunOnVirtualThread
class TermsAcceptedUserResource {
  private final Accounts accounts;
  private final JsonWebToken token;

  TermsAcceptedUserResource(Accounts accounts, JsonWebToken token) {
    this.accounts = accounts;
    this.token = token;
  }

  @POST
  public Response accept() {
    Optional<EmailAddress> verified = verifiedEmail();
    if (verified.isEmpty()) {
      return Problem.of(
              403, "email_not_verified", "The accounts provider has not verified an address.")
          .response();
    }
    Person person =
        new Person(token.getIssuer(), token.getSubject(), verified.get(), token.getClaim("locale"));
    return switch (accounts.open(person)) {
      case Opening.Opened opened -> Response.status(201).entity(Map.of("created", true)).build();
      case Opening.AlreadyOpen open ->
          Response.status(202).entity(Map.of("created", false)).build();
      case Opening.WouldLoop loop ->
          Problem.of(403, "primary_is_an_alias", "An alias cannot be the primary address.")
              .response();
      case Opening.NotAddressable _ ->
          Problem.of(
                  403,
                  "primary_not_ascii",
                  "The relay can only send to addresses with ASCII letters before the @.")
              .response();
    };
  }

  private Optional<EmailAddress> verifiedEmail() {
    Object verified = token.getClaim("email_verified");
    return Boolean.parseBoolean(String.valueOf(verified))
        ? EmailAddress.parse(token.getClaim("email"))
        : Optional.empty();
  }
}
