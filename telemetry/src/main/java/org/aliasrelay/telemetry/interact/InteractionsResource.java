package org.aliasrelay.telemetry.interact;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.aliasrelay.telemetry.contract.InteractionEvent;
import org.aliasrelay.telemetry.count.CounterName;
import org.aliasrelay.telemetry.count.Counts;
import org.aliasrelay.telemetry.count.CountsUnavailableException;
import org.aliasrelay.telemetry.problem.Problem;

/**
 * What people do in our pages.
 *
 * <p>One rule for those who do not want to be counted: they get the same answers as everybody else,
 * a refusal of an unknown event included, and nothing of the request is kept, logged or counted.
 */
@Path("/interactions")
public class InteractionsResource {
  /** An event takes some forty bytes. */
  static final int MAX_BYTES = 1024;

  private final Counts counts;

  InteractionsResource(Counts counts) {
    this.counts = counts;
  }

  /**
   * Takes one event.
   *
   * @return 204 if it is one of the closed list, 400 if it is not, 413 if the body is longer than 1
   *     KiB, 503 if it cannot be counted now
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  public Response take(InputStream body, @Context HttpHeaders headers) throws IOException {
    byte[] content = body.readNBytes(MAX_BYTES + 1);
    if (content.length > MAX_BYTES) {
      return Problem.BODY_TOO_LARGE.response();
    }
    Optional<InteractionEvent> event = InteractionReader.read(content);
    if (event.isEmpty()) {
      return Problem.UNKNOWN_EVENT.response();
    }
    return switch (Choice.of(headers)) {
      case COUNT -> count(event.get());
      case LEAVE_NO_TRACE -> Response.noContent().build();
    };
  }

  private Response count(InteractionEvent event) {
    try {
      counts.add(new CounterName.OfInteraction(event));
      return Response.noContent().build();
    } catch (CountsUnavailableException e) {
      return Problem.UNAVAILABLE.response();
    }
  }
}
