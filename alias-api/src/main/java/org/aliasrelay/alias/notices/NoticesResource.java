package org.aliasrelay.alias.notices;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.aliasrelay.alias.contract.NoticePlan;
import org.aliasrelay.alias.contract.NoticeRequest;
import org.aliasrelay.alias.http.InvalidRequest;
import org.aliasrelay.alias.http.Required;
import org.aliasrelay.alias.services.ServiceRole;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /internal/notices}: 200 with a {@link NoticePlan}, 400 for an id that this service
 * never gave.
 */
@Path("/internal/notices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(ServiceRole.NAME)
@RunOnVirtualThread
class NoticesResource {
  private final Notices notices;

  NoticesResource(Notices notices) {
    this.notices = notices;
  }

  @POST
  public NoticePlan plan(@Nullable NoticeRequest body) {
    return notices.plan(id(Required.member(Required.body(body).noticeId(), "noticeId")));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest("The noticeId is none.");
    }
  }
}
