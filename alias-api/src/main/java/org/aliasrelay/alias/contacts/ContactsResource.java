package org.aliasrelay.alias.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.aliasrelay.alias.accounts.Caller;
import org.aliasrelay.alias.accounts.Scopes;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.http.InvalidRequest;
import org.aliasrelay.alias.http.Members;
import org.aliasrelay.alias.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * {@code relayaddresses/{alias}/contacts/}: GET lists the newest, {@link ContactsConfig#perPage} at
 * most, and with {@code ?before=id} those that come after that contact; POST {@code {"address": …}}
 * → 201 with a reverse alias to write to, 200 if there was one, 400 {@code invalid_address}, 403
 * {@code contact_limit}; {@code {id}/} PATCH {@code {"blocked": …}} → 200, DELETE → 204; another
 * person's id → 404.
 */
@Path("/api/v1/relayaddresses/{alias}/contacts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.ALIASES_WRITE)
@RunOnVirtualThread
class ContactsResource {
  /** Twice what an address may have, so that none is cut to another one. */
  private static final int MAX_ADDRESS = 512;

  private final AddressBook book;
  private final Caller caller;

  ContactsResource(AddressBook book, Caller caller) {
    this.book = book;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Scopes.ALIASES_READ)
  public Response list(@RestPath long alias, @RestQuery @Nullable String before) {
    AliasId of = new AliasId(alias);
    Optional<List<Contact>> page =
        before == null
            ? book.newest(caller.account(), of)
            : book.olderThan(caller.account(), of, id(before));
    return page.map(ContactsResource::listed).orElseGet(() -> Problem.of(404).response());
  }

  private static ContactId id(String text) {
    try {
      return new ContactId(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new InvalidRequest("The parameter before is no id.");
    }
  }

  private static Response listed(List<Contact> contacts) {
    return Response.ok(contacts.stream().map(ContactJson::of).toList()).build();
  }

  @POST
  public Response writeFirst(@RestPath long alias, @Nullable JsonNode body) {
    Optional<EmailAddress> address =
        Members.of(body)
            .text("address", MAX_ADDRESS)
            .flatMap(EmailAddress::parse)
            .filter(EmailAddress::isAscii);
    if (address.isEmpty()) {
      return invalidAddress();
    }
    return switch (book.writeFirst(caller.account(), new AliasId(alias), address.get())) {
      case WritingFirst.Made(Contact contact) ->
          Response.status(201).entity(ContactJson.of(contact)).build();
      case WritingFirst.Known(Contact contact) -> Response.ok(ContactJson.of(contact)).build();
      case WritingFirst.NoSuchAlias _ -> Problem.of(404).response();
      case WritingFirst.OwnAddress _ -> invalidAddress();
      case WritingFirst.LimitReached(int limit) ->
          Problem.of(403, "contact_limit", "This alias has as many contacts as this relay allows.")
              .with("contact_limit", limit)
              .response();
    };
  }

  private static Response invalidAddress() {
    return Problem.of(400, "invalid_address", "This is no address that can be written to.")
        .response();
  }

  @PATCH
  @Path("{id}")
  public Response change(@RestPath long alias, @RestPath long id, @Nullable JsonNode body) {
    Optional<Boolean> blocked = Members.of(body).flag("blocked");
    return book.block(caller.account(), new AliasId(alias), new ContactId(id), blocked)
        .map(contact -> Response.ok(ContactJson.of(contact)).build())
        .orElseGet(() -> Problem.of(404).response());
  }

  @DELETE
  @Path("{id}")
  public Response delete(@RestPath long alias, @RestPath long id) {
    return book.delete(caller.account(), new AliasId(alias), new ContactId(id))
        ? Response.noContent().build()
        : Problem.of(404).response();
  }
}
