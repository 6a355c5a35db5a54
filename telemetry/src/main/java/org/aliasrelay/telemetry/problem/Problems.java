package org.aliasrelay.telemetry.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where an exception becomes an answer. */
class Problems {
  private static final Logger LOG = Logger.getLogger(Problems.class);

  @ServerExceptionMapper
  Response map(WebApplicationException exception) {
    return Problem.of(exception.getResponse().getStatus()).response();
  }

  @ServerExceptionMapper
  Response map(RuntimeException exception) {
    LOG.errorf("unexpected %s", exception.getClass().getName());
    return Problem.INTERNAL.response();
  }
}
