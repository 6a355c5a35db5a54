package org.aliasrelay.telemetry.publish;

import static java.util.stream.Collectors.toMap;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aliasrelay.telemetry.contract.InteractionEvent;
import org.aliasrelay.telemetry.contract.RelayEvent;
import org.aliasrelay.telemetry.count.CounterName.OfInteraction;
import org.aliasrelay.telemetry.count.CounterName.OfRelay;
import org.aliasrelay.telemetry.count.Counts;
import org.aliasrelay.telemetry.count.CountsUnavailableException;
import org.aliasrelay.telemetry.problem.Problem;

/** The totals over all time. */
@Path("/stats")
public class StatsResource {
  private final Counts counts;

  StatsResource(Counts counts) {
    this.counts = counts;
  }

  /**
   * Every name of the closed lists, zeros included.
   *
   * @return 200, or 503 if the counts are away
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  public Response totals() {
    try {
      return Response.ok(Stats.of(counts.totals())).build();
    } catch (CountsUnavailableException e) {
      return Problem.UNAVAILABLE.response();
    }
  }

  record Stats(Map<String, Long> interactions, Map<String, Long> relay) {
    static Stats of(Map<String, Long> totals) {
      return new Stats(
          Stream.of(InteractionEvent.values())
              .map(OfInteraction::new)
              .collect(
                  toMap(
                      OfInteraction::wireName,
                      name -> totals.getOrDefault(name.key(), 0L),
                      Long::sum,
                      TreeMap::new)),
          Stream.of(RelayEvent.Kind.values())
              .map(OfRelay::new)
              .collect(
                  toMap(
                      OfRelay::wireName,
                      name -> totals.getOrDefault(name.key(), 0L),
                      Long::sum,
                      TreeMap::new)));
    }
  }
}
