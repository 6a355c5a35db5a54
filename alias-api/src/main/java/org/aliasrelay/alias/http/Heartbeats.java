package org.aliasrelay.alias.http;

import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Health in the form that Mozilla's services have (Dockerflow). */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
class Heartbeats {
  private static final int PATIENCE_SECONDS = 3;

  private final AgroalDataSource database;
  private final String version;

  Heartbeats(
      AgroalDataSource database,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.database = database;
    this.version = version;
  }

  /** 200 if the database answers, else 503. */
  @GET
  @Path("__heartbeat__")
  public Response heartbeat() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS)
          ? Response.ok(Map.of("database", "ok")).build()
          : Problem.of(503).response();
    } catch (SQLException e) {
      return Problem.of(503).response();
    }
  }

  /** 200 while the process answers at all. */
  @GET
  @Path("__lbheartbeat__")
  public Map<String, String> loadBalancerHeartbeat() {
    return Map.of("status", "ok");
  }

  /** What runs here. */
  @GET
  @Path("__version__")
  public Map<String, String> version() {
    return Map.of("name", "alias-api", "version", version);
  }
}
