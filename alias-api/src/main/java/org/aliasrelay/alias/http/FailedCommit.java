package org.aliasrelay.alias.http;

import io.quarkus.arc.ArcUndeclaredThrowableException;
import jakarta.transaction.RollbackException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;

/** What is thrown where all statements did well, and the commit did not: a checked exception. */
public final class FailedCommit {
  private FailedCommit() {}

  /** Whether the database was away, and not what was to be committed against its rules. */
  public static boolean isOutage(ArcUndeclaredThrowableException e) {
    boolean wrong = false;
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      wrong |= cause instanceof ConstraintViolationException || cause instanceof DataException;
    }
    return e.getCause() instanceof RollbackException && !wrong;
  }
}
