package org.aliasrelay.telemetry.publish;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.aliasrelay.telemetry.count.Counts;
import org.aliasrelay.telemetry.count.CountsUnavailableException;
import org.aliasrelay.telemetry.problem.Problem;

/** The totals over all time, as far as everybody may know them. */
@Path("/stats")
public class StatsResource {
  private final Counts counts;
  private final PublicationConfig config;
  private final Clock clock;

  /**
   * @throws IllegalArgumentException if a cohort is nobody
   */
  StatsResource(Counts counts, PublicationConfig config, Clock clock) {
    if (config.cohort() < 1) {
      throw new IllegalArgumentException("relay.telemetry.cohort must be 1 or more");
    }
    this.counts = counts;
    this.config = config;
    this.clock = clock;
  }

  /** A wrong setting shows at the start and not at the first question. */
  void start(@Observes StartupEvent event) {}

  /**
   * Every name, zeros included.
   *
   * @return 200, or 503 if the counts are away
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  public Response totals() {
    try {
      return Response.ok(stats()).build();
    } catch (CountsUnavailableException e) {
      return Problem.UNAVAILABLE.response();
    }
  }

  private Stats stats() throws CountsUnavailableException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return config.cohort() == 1
        ? Stats.exact(counts.totals(today))
        : Stats.coarse(counts.totals(today.minusDays(1)), config.cohort());
  }
}
