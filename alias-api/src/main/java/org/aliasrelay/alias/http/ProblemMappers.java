package org.aliasrelay.alias.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.hibernate.exception.GenericJDBCException;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what the framework throws into {@link Problem}s. */
class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  /** Before the framework's own mappers. */
  private static final int FIRST = 1;

  @ServerExceptionMapper(priority = FIRST)
  Response notFound(NotFoundException e) {
    return Problem.of(404).response();
  }

  @ServerExceptionMapper(priority = FIRST)
  Response refused(WebApplicationException e) {
    Response given = e.getResponse();
    return Problem.of(given.getStatus()).response();
  }

  @ServerExceptionMapper(priority = FIRST)
  Response invalid(InvalidRequest e) {
    return Problem.of(400, "invalid", String.valueOf(e.getMessage())).response();
  }

  /** The database is away: whoever asks may ask again. */
  @ServerExceptionMapper(priority = FIRST)
  Response unavailable(JDBCConnectionException e) {
    return unavailable("database");
  }

  /** Whatever has no class of its own in Hibernate, such as a database that is shutting down. */
  @ServerExceptionMapper(priority = FIRST)
  Response unavailable(GenericJDBCException e) {
    return unavailable("database");
  }

  /**
   * It went away at the commit, whose exception is a checked one. Whether it is done is unknown.
   */
  @ServerExceptionMapper(priority = FIRST)
  Response unavailable(ArcUndeclaredThrowableException e) {
    return FailedCommit.isOutage(e) ? unavailable("database") : unexpected(e);
  }

  /** The accounts provider is away. A bad token is another exception. */
  @ServerExceptionMapper(priority = FIRST)
  Response unavailable(OIDCException e) {
    return unavailable("accounts");
  }

  private static Response unavailable(String dependency) {
    LOG.errorf("outcome=unavailable reason=%s", dependency);
    return Problem.of(503).response();
  }

  @ServerExceptionMapper(priority = FIRST)
  Response badJson(JacksonException e) {
    return Problem.of(400).response();
  }

  @ServerExceptionMapper(priority = FIRST)
  Response badJson(MismatchedInputException e) {
    return Problem.of(400).response();
  }

  @ServerExceptionMapper(priority = FIRST)
  Response unauthorized(UnauthorizedException e) {
    return Problem.of(401).response();
  }

  @ServerExceptionMapper(priority = FIRST)
  Response unauthorized(AuthenticationFailedException e) {
    return Problem.of(401).response();
  }

  @ServerExceptionMapper(priority = FIRST)
  Response unauthorized(AuthenticationCompletionException e) {
    return Problem.of(401).response();
  }

  @ServerExceptionMapper(priority = FIRST)
  Response forbidden(ForbiddenException e) {
    return Problem.of(403).response();
  }

  /** The class and nothing more: a message or a stack of causes may quote what a person sent. */
  @ServerExceptionMapper(priority = FIRST)
  Response unexpected(RuntimeException e) {
    LOG.errorf("outcome=server_error reason=%s at=%s", e.getClass().getName(), where(e));
    return Problem.of(500).response();
  }

  private static String where(RuntimeException e) {
    StackTraceElement[] stack = e.getStackTrace();
    for (StackTraceElement frame : stack) {
      if (frame.getClassName().startsWith("org.aliasrelay.")) {
        return frame.toString();
      }
    }
    return stack.length == 0 ? "unknown" : stack[0].toString();
  }
}
